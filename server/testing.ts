import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { buildApp } from './app.ts';
import { readSettings } from './settings.ts';

/** A request as an upstream server received it. */
export interface Received {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** A real HTTP server on a free port, which remembers what it was asked. */
export interface TestUpstream {
  readonly host: string;
  readonly received: Received[];
  readonly server: Server;
  close(): Promise<void>;
}

export async function startUpstream(answer: RequestListener): Promise<TestUpstream> {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { method, url, headers } = request;
    received.push({ method, url, headers, body: Buffer.concat(chunks).toString('utf8') });
    answer(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return {
    host: `127.0.0.1:${port}`,
    received,
    server,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** The gateway with these settings, and the lines it logs. */
export async function startGateway(
  env: Record<string, string>,
  appFolder = '/nonexistent',
): Promise<{ app: FastifyInstance; log: string[] }> {
  const log: string[] = [];
  const settings = readSettings({ LOG_LEVEL: 'trace', ...env }, join(import.meta.dirname, '..'));
  const logStream = { write: (line: string) => void log.push(line) };
  return { app: await buildApp({ settings, appFolder, version: '1.2.3', logStream }), log };
}
