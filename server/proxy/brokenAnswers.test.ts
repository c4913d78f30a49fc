import { mkdtempSync, writeFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, describe, expect, test } from 'vitest';
import { startGateway, startUpstream } from '../testing.ts';

setFlagsFromString('--expose-gc');
/** Frees at once what nothing refers to any more, as a busy gateway does sooner or later. */
const gc: () => void = runInNewContext('gc');

const opened: { close(): Promise<unknown> }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

/** A gateway that listens, before a data source that may take one second. */
async function setUp(answer: RequestListener) {
  const upstream = await startUpstream(answer);
  const file = join(mkdtempSync(join(tmpdir(), 'mirante-broken-')), 'config.yaml');
  writeFileSync(file, `dataSources: [{ id: main, url: 'http://${upstream.host}', timeout: 1s }]\n`);
  const { app, log } = await startGateway({ MIRANTE_CONFIG: file, LOG_LEVEL: 'warn' });
  const close = async () => {
    app.server.closeAllConnections();
    await app.close();
  };
  opened.push({ close }, upstream);
  return { upstream, log, api: `${await app.listen({ host: '127.0.0.1', port: 0 })}/api/ds/main/api/v1` };
}

test('an answer that has begun may take no longer than any other, and those who come later ask anew', async () => {
  const { upstream, api } = await setUp((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).write('{"status":"success",');
  });
  const text = (await fetch(`${api}/targets`)).text();
  gc();
  gc();
  await expect(text).rejects.toThrow('terminated');
  const again = await fetch(`${api}/targets`);
  expect(upstream.received).toHaveLength(2);
  await again.body?.cancel();
});

describe('an answer that ends between its head and its first byte', () => {
  const head = { 'content-type': 'application/json', 'content-encoding': 'gzip', 'cache-control': 'max-age=60' };

  test.each<[string, RequestListener, number, string]>([
    [
      'because it is broken off',
      (request, response) => {
        response.writeHead(200, head).flushHeaders();
        setImmediate(() => request.socket.destroy());
      },
      502,
      'upstream_unreachable',
    ],
    [
      'because its time is up',
      (_request, response) => response.writeHead(200, head).flushHeaders(),
      504,
      'upstream_timeout',
    ],
  ])('%s is a failure like any other', async (_name, answer, status, errorType) => {
    const { api, log } = await setUp(answer);
    const reply = await fetch(`${api}/targets`, { headers: { 'accept-encoding': 'gzip' } });
    expect(reply.status).toBe(status);
    expect(await reply.json()).toMatchObject({ status: 'error', errorType });
    expect([reply.headers.get('content-encoding'), reply.headers.get('cache-control')]).toEqual([null, null]);
    expect(log.map((line) => JSON.parse(line))).toMatchObject([{ msg: 'no answer from the server' }]);
  });

  test.each([200, 202])('because it has none (HTTP %i) is good', async (status) => {
    const { api } = await setUp((_request, response) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(),
    );
    const reply = await fetch(`${api}/targets`);
    expect([reply.status, await reply.text()]).toEqual([status, '']);
  });
});

test('the time that is broken off half told is a failure like any other', async () => {
  const { api, log } = await setUp((request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).write('{"status":"success",');
    setImmediate(() => request.socket.destroy());
  });
  const reply = await fetch(`${api}/query?query=time()`);
  expect(reply.status).toBe(502);
  expect(await reply.json()).toMatchObject({ status: 'error', errorType: 'upstream_unreachable' });
  expect(log.map((line) => JSON.parse(line))).toMatchObject([{ msg: 'no answer from the server' }]);
});
