import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterEach } from 'vitest';
import { buildApp } from './app.ts';
import { readSettings } from './settings/settings.ts';

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

/** Answers JSON. */
export const json =
  (body: string, status = 200): RequestListener =>
  (_request, response) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(body);

/** Answers a text of a type, or nothing of none. */
export const bare =
  (status: number, body = '', type = ''): RequestListener =>
  (_request, response) =>
    response.writeHead(status, type === '' ? {} : { 'content-type': type }).end(body);

export const SECRET = 'hunter2-very-secret';

/** The addresses of the servers of `writeHost`. */
export const am = '/api/am/alertmanager/api/v2';
export const pg = '/api/pg/pushgateway';
export const reload = '/api/ds/prometheus/-/reload';

/** What a browser says of a request from a page of the gateway. */
export const here = { 'sec-fetch-site': 'same-origin' };

export const SILENCE_ID = '28c922fe-f1c0-4483-900f-9f4ae057a0eb';
export const silence = {
  matchers: [
    { name: 'alertname', value: 'A "b"', isRegex: false, isEqual: true },
    { name: 'job', value: 'x|y', isRegex: true, isEqual: false },
  ],
  startsAt: '2026-01-01T00:00:00.000Z',
  endsAt: '2026-01-01T01:00:00.000Z',
  createdBy: 'ann',
  comment: 'planned',
};

/** Lets a test file open gateways before one server, which is data source, Alertmanager and Pushgateway at once. */
export function writeHost() {
  const opened: { close(): Promise<unknown> }[] = [];
  afterEach(async () => {
    for (const one of opened.splice(0)) await one.close();
  });
  return async (answer: RequestListener, role = 'administrator', hosts = '') => {
    const upstream = await startUpstream(answer);
    const url = `http://ann:${SECRET}@${upstream.host}/prefix`;
    const servers = { PROMETHEUS_URL: url, ALERTMANAGER_URL: url, PUSHGATEWAY_URL: url };
    // The audit log does not heed the level.
    const settings = { ...servers, MIRANTE_ROLE: role, MIRANTE_HOSTS: hosts, LOG_LEVEL: 'fatal' };
    const { app, log } = await startGateway(settings);
    opened.push(app, upstream);
    const audit = () => log.map((line) => JSON.parse(line)).filter(({ name }) => name === 'audit');
    return { upstream, app, log, audit };
  };
}
