import { parentPort, workerData } from 'node:worker_threads';
import { createFleet } from '../fleet/fleet.ts';
import { createPrometheus } from '../prometheus/prometheus.ts';
import { answerCall, type Call } from './protocol.ts';

// The worker of node.ts. Its data are the rule files.
const prometheus = createPrometheus({ targets: createFleet(), ruleFiles: workerData });
parentPort?.on('message', async (call: Call) => {
  const answer = await answerCall(prometheus, call);
  parentPort?.postMessage(answer, [answer.body]);
});
