import type { DecodeThread } from '../../prometheus/worker/protocol.ts';

let opening: Promise<DecodeThread | null> | null = null;

/** The page's one thread for decoding; null where the browser, or the host's policy, allows none. One that broke is replaced. */
export function decodeThread(): Promise<DecodeThread | null> {
  opening ??= new Promise((resolve) => {
    try {
      const worker = new Worker(new URL('../../prometheus/worker/decodeWorker.ts', import.meta.url), {
        type: 'module',
      });
      let isRunning = false;
      worker.onmessage = () => {
        isRunning = true;
        resolve(worker);
      };
      worker.onerror = () => {
        if (isRunning) opening = null;
        resolve(null);
      };
    } catch {
      resolve(null);
    }
  });
  return opening;
}
