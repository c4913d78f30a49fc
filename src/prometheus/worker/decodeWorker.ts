import type { AskingPost, Job } from './protocol.ts';
import { serveAsking } from './serveAsking.ts';
import { serveJob } from './serveJob.ts';

/** The thread that decodes large answers, and asks in place of pages with much to ask. Its first message says that it runs. */
addEventListener('message', ({ data, ports: [port] }: MessageEvent<Job | AskingPost>) => {
  if (port === undefined) return;
  if ('baseUrl' in data) serveAsking(data, port);
  else serveJob(data, port);
});
postMessage('ready');
