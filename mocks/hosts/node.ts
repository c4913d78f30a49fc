import { Worker } from 'node:worker_threads';
import type { RuleFile } from '../prometheus/types.ts';
import type { Answer } from './protocol.ts';
import { createWorkerHost, type WorkerHost } from './workerHost.ts';

/** MiB of heap, above which the worker ends and is replaced: what a query builds must not take the gateway along. */
const HEAP = 1024;

/** From source the worker must learn TypeScript first: Node 20 gives it none of the loaders of its parent. */
function startThread(workerData: readonly RuleFile[]): Worker {
  const options = { workerData, resourceLimits: { maxOldGenerationSizeMb: HEAP } };
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL('nodeWorker.js', import.meta.url), options);
  const file = JSON.stringify(new URL('nodeWorker.ts', import.meta.url).href);
  const code = `import('tsx/esm/api').then(({ register }) => { register(); return import(${file}); })`;
  return new Worker(code, { ...options, eval: true, execArgv: [] });
}

/** The embedded Prometheus in a thread of Node's, from source and built alike. */
export function startNodeHost(ruleFiles: readonly RuleFile[]): WorkerHost {
  return createWorkerHost(({ answer, crash }) => {
    const worker = startThread(ruleFiles);
    worker.on('message', (message: Answer) => answer(message));
    worker.once('error', (error) => {
      console.error('The simulated Prometheus has crashed.', error);
      crash();
    });
    worker.once('exit', crash);
    return {
      post: (call) => worker.postMessage(call),
      terminate: () => void worker.terminate(),
    };
  });
}
