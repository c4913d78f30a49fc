import type { Job } from './protocol.ts';
import { serveJob } from './serveJob.ts';

/** The thread in which large answers are decoded. Its first message says that it runs. */
addEventListener('message', ({ data, ports: [port] }: MessageEvent<Job>) => {
  if (port !== undefined) serveJob(data, port);
});
postMessage('ready');
