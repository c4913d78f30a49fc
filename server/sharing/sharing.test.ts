import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import type { RequestListener, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { startGateway, startUpstream } from '../testing.ts';

const opened: { close(): Promise<unknown> }[] = [];
afterEach(async () => {
  vi.useRealTimers();
  for (const one of opened.splice(0)) await one.close();
});

const NOON = Date.parse('2026-01-01T12:00:03Z');
const good = (text = 'x') => JSON.stringify({ status: 'success', data: { resultType: 'string', result: [0, text] } });
const half = JSON.stringify({ status: 'success', data: {}, warnings: ['half is missing'] });
const json =
  (body: string | Buffer, headers: Record<string, string> = {}, status = 200): RequestListener =>
  (_request, response) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);

/**
 * A gateway before an upstream, both on real sockets. Time stands at noon and three seconds, and so does the clock that
 * nobody sets: how long an answer takes here says how busy the machine is.
 */
async function setUp(answer: RequestListener, env: (host: string) => Record<string, string> = prometheusUrl) {
  const upstream = await startUpstream(answer);
  const { app } = await startGateway(env(upstream.host));
  const close = async () => {
    app.server.closeAllConnections();
    await app.close();
  };
  opened.push({ close }, upstream);
  /** Requests that have come to the gateway, and those of them whose askers have their answer or have left. */
  const seen = { arrived: 0, over: 0 };
  app.server.on('request', (_request, response) => {
    seen.arrived++;
    response.once('close', () => seen.over++);
  });
  vi.useFakeTimers({ toFake: ['Date', 'performance'], now: NOON });
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  const api = `${address}/api/ds/prometheus/api/v1`;
  const metric = async (line: string) => {
    const text = await (await fetch(`${address}/metrics`)).text();
    return Number(
      text
        .split('\n')
        .find((one) => one.startsWith(`${line} `))
        ?.split(' ')[1] ?? 0,
    );
  };
  const arrived = (count: number) => expect.poll(() => seen.arrived).toBe(count);
  const over = (count: number) => expect.poll(() => seen.over).toBe(count);
  return { upstream, address, api, metric, arrived, over };
}
const prometheusUrl = (host: string) => ({ PROMETHEUS_URL: `http://${host}` });

/** An upstream that answers when it is told to. */
function onDemand() {
  const waiting: ServerResponse[] = [];
  const answer: RequestListener = (_request, response) => waiting.push(response);
  return { answer, waiting };
}

const seconds = (time: string) => Date.parse(`2026-01-01T${time}Z`) / 1000;
/** On its grid, its step beginning at noon. */
const plan = { query: 'up{a="b c"}', start: `${seconds('11:00:00')}`, end: `${seconds('12:00:00')}`, step: '15' };
const form = (parameters: Record<string, string>) => new URLSearchParams(parameters);
const range = (parameters: Record<string, string> = plan) => `query_range?${form(parameters)}`;

describe('equal questions in flight', () => {
  test('a hundred of them are one upstream, however they are written', async () => {
    const { answer, waiting } = onDemand();
    const { upstream, api, metric, arrived } = await setUp(answer);
    const reversed = Object.fromEntries(Object.entries(plan).reverse());
    const asked = Array.from({ length: 100 }, (_, i) => {
      if (i % 3 === 0) return fetch(`${api}/query_range`, { method: 'POST', body: form(plan) });
      return fetch(`${api}/${range(i % 3 === 1 ? plan : reversed).replaceAll('+', '%20')}`);
    });
    await arrived(100);
    await expect.poll(() => waiting.length).toBe(1);
    const joined = 'mirante_answers_total{data_source="prometheus",endpoint="query_range",from="flight"}';
    waiting[0]?.writeHead(200, { 'content-type': 'application/json', 'set-cookie': 'a=b' }).end(good());
    for (const reply of await Promise.all(asked)) {
      expect(await reply.text()).toBe(good());
      expect(reply.headers.get('content-type')).toBe('application/json');
      expect(reply.headers.has('set-cookie')).toBe(false);
    }
    expect(upstream.received).toHaveLength(1);
    expect(await metric('mirante_upstream_requests_total{data_source="prometheus",endpoint="query_range"}')).toBe(1);
    expect(await metric(joined)).toBeGreaterThan(0);
    expect(await metric('mirante_flight_bytes')).toBe(0);
  });

  test.each([
    ['another query', { ...plan, query: 'down' }],
    ['another end', { ...plan, end: `${seconds('12:00:15')}` }],
    ['another timeout', { ...plan, timeout: '5s' }],
    ['stats', { ...plan, stats: 'all' }],
    ['a look-back', { ...plan, lookback_delta: '1m' }],
    ['a limit', { ...plan, limit: '5' }],
    ['what nobody knows', { ...plan, 'x-y': '' }],
  ])('%s is another question', async (_name, other) => {
    const { answer, waiting } = onDemand();
    const { api } = await setUp(answer);
    const asked = [plan, other].map((parameters) => fetch(`${api}/${range(parameters)}`));
    await expect.poll(() => waiting.length).toBe(2);
    for (const response of waiting) json(good())(response.req, response);
    await Promise.all(asked);
  });

  test('who has other rights, or reads another encoding, is another asker', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'mirante-tenants-')), 'config.yaml');
    const { upstream, address } = await setUp(
      (request, response) => json(good(String(request.headers['x-scope-orgid'])))(request, response),
      (host) => {
        const source = (id: string) => `  - { id: ${id}, url: http://${host}, headers: { X-Scope-OrgID: ${id} } }\n`;
        writeFileSync(file, `dataSources:\n${source('one')}${source('two')}`);
        return { MIRANTE_CONFIG: file };
      },
    );
    const ask = (id: string, headers = {}) => fetch(`${address}/api/ds/${id}/api/v1/${range()}`, { headers });
    const texts = await Promise.all(['one', 'two', 'one', 'two'].map(async (id) => (await ask(id)).text()));
    expect(texts).toEqual(['one', 'two', 'one', 'two'].map(good));
    expect(upstream.received).toHaveLength(2);
    await ask('one', { 'accept-encoding': 'identity' });
    expect(upstream.received.map(({ headers }) => headers['accept-encoding'])).toEqual(['gzip', 'gzip', 'identity']);
  });

  test('an answer is passed on as it comes, to who joins late as well', async () => {
    const { answer, waiting } = onDemand();
    const { api } = await setUp(answer);
    const first = fetch(`${api}/${range()}`);
    await expect.poll(() => waiting.length).toBe(1);
    waiting[0]?.writeHead(200, { 'content-type': 'application/json' }).write('{"status":');
    const readers = [(await first).body?.getReader(), (await fetch(`${api}/${range()}`)).body?.getReader()];
    const read = async () =>
      Promise.all(readers.map(async (reader) => new TextDecoder().decode((await reader?.read())?.value)));
    expect(await read()).toEqual(['{"status":', '{"status":']);
    waiting[0]?.end('"success"}');
    expect(await read()).toEqual(['"success"}', '"success"}']);
    expect(waiting).toHaveLength(1);
  });

  test("an instant without a time asks for each asker's own now", async () => {
    const { answer, waiting } = onDemand();
    const { api } = await setUp(answer);
    const asked = [1, 2].map(() => fetch(`${api}/query?query=up`));
    await expect.poll(() => waiting.length).toBe(2);
    for (const response of waiting) json(good())(response.req, response);
    await Promise.all(asked);
  });

  test('what time it is is asked once, read uncompressed and counted on; and asked anew when the server was away', async () => {
    const time = (seconds: number) =>
      json(`{"status":"success","data":{"resultType":"scalar","result":[${seconds},"${seconds}"]}}`);
    let answer = time(1000);
    const { upstream, api, metric } = await setUp((request, response) => answer(request, response));
    const ask = async () => Number((await (await fetch(`${api}/query?query=time()`)).json()).data.result[1]);
    expect(await ask()).toBe(1000);
    await expect.poll(() => metric('mirante_kept_answers')).toBe(1);
    answer = time(5000);
    expect(await Promise.all([ask(), ask()])).toEqual([1000, 1000]);
    expect(upstream.received.map(({ headers }) => headers['accept-encoding'])).toEqual(['identity']);

    answer = (request) => void request.socket.destroy();
    expect((await fetch(`${api}/${range()}`)).status).toBe(502);
    answer = time(5000);
    expect(await ask()).toBe(5000);
    expect(upstream.received.filter(({ url }) => url?.includes('time()'))).toHaveLength(2);
  });

  test('an error reaches all who ask, and is not kept', async () => {
    const { answer, waiting } = onDemand();
    const { api, arrived } = await setUp(answer);
    const asked = [1, 2, 3].map(() => fetch(`${api}/${range()}`));
    await arrived(3);
    await expect.poll(() => waiting.length).toBe(1);
    const error = JSON.stringify({ status: 'error', errorType: 'execution', error: 'too many' });
    for (const response of waiting.splice(0)) json(error, {}, 422)(response.req, response);
    for (const reply of await Promise.all(asked)) {
      expect([reply.status, await reply.json()]).toMatchObject([422, { error: 'too many' }]);
    }
    const again = fetch(`${api}/${range()}`);
    await expect.poll(() => waiting.length).toBe(1);
    for (const response of waiting) json(good())(response.req, response);
    expect((await again).status).toBe(200);
  });

  test('a broken answer breaks for all who ask', async () => {
    const { answer, waiting } = onDemand();
    const { upstream, api } = await setUp(answer);
    const asked = [1, 2].map(() => fetch(`${api}/${range()}`));
    await expect.poll(() => waiting.length).toBe(1);
    waiting[0]?.writeHead(200, { 'content-type': 'application/json', 'content-length': 1000 }).write('{"status":');
    const texts = (await Promise.all(asked)).map((reply) => reply.text());
    waiting[0]?.destroy();
    const results = await Promise.allSettled(texts);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(upstream.received).toHaveLength(1);
  });
});

describe('who leaves', () => {
  test('does not take the others along; the last one lets the data source off', async () => {
    const { answer, waiting } = onDemand();
    const { upstream, api, arrived, over } = await setUp(answer);
    const viewers = [new AbortController(), new AbortController(), new AbortController()];
    const asked = viewers.map(({ signal }) => fetch(`${api}/${range()}`, { signal }));
    await arrived(3);
    await expect.poll(() => waiting.length).toBe(1);
    const [first, second, third] = viewers;
    first?.abort();
    await expect(asked[0]).rejects.toThrow('aborted');
    second?.abort();
    await expect(asked[1]).rejects.toThrow('aborted');
    await over(2);
    // Who asks again now still joins.
    const fourth = new AbortController();
    const late = fetch(`${api}/${range()}`, { signal: fourth.signal });
    await arrived(4);
    third?.abort();
    await expect(asked[2]).rejects.toThrow('aborted');
    await over(3);
    expect(waiting[0]?.destroyed).toBe(false);
    const closed = once(waiting[0]?.req.socket ?? upstream.server, 'close');
    fourth.abort();
    await expect(late).rejects.toThrow('aborted');
    await closed;
    // And after that a request is a new one.
    const again = fetch(`${api}/${range()}`);
    await expect.poll(() => waiting.length).toBe(2);
    const response = waiting[1];
    if (response) json(good())(response.req, response);
    expect(await (await again).text()).toBe(good());
  });
});

describe('what is kept', () => {
  test('an aligned range, for as long as others ask for it; its age is told', async () => {
    let answers = 0;
    const { upstream, api, metric } = await setUp((request, response) => json(good(`${answers++}`))(request, response));
    const ask = async (headers = {}) => {
      const reply = await fetch(`${api}/${range()}`, { headers });
      return [JSON.parse(await reply.text()).data.result[1], reply.headers.get('age')];
    };
    expect(await ask()).toEqual(['0', null]);
    await expect.poll(() => metric('mirante_kept_answers')).toBe(1);
    expect(await metric('mirante_kept_bytes')).toBeGreaterThan(good().length);
    vi.setSystemTime(NOON + 11_999);
    expect(await ask()).toEqual(['0', '11']);
    expect(await ask({ 'cache-control': 'no-cache' })).toEqual(['1', null]);
    await expect.poll(ask).toEqual(['1', '0']);
    vi.setSystemTime(NOON + 27_000);
    expect(await ask()).toEqual(['2', null]);
    expect(upstream.received).toHaveLength(3);
  });

  test.each<[string, RequestListener]>([
    ['partial', json(JSON.stringify({ status: 'success', isPartial: true, data: {} }))],
    ['with warnings', json(half)],
    ['partial and compressed', json(gzipSync(half), { 'content-encoding': 'gzip' })],
    ['an error with status 200', json(JSON.stringify({ status: 'error', error: 'x', errorType: 'y' }))],
    ['cut off', json('{"status":"success","data":{"resultType":"matrix"')],
    ['not to be kept by anyone', json(good(), { 'cache-control': 'no-store' })],
    [
      'ended by its connection',
      (request) => {
        request.socket.end(`HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nconnection: close\r\n\r\n${good()}`);
      },
    ],
  ])('not an answer that is %s', async (_name, answer) => {
    const { upstream, api, metric } = await setUp(answer);
    for (let i = 0; i < 2; i++) await (await fetch(`${api}/${range()}`)).arrayBuffer();
    await expect.poll(() => metric('mirante_flight_bytes')).toBe(0);
    expect(await metric('mirante_kept_answers')).toBe(0);
    expect(upstream.received).toHaveLength(2);
  });

  test('nothing, when the setting says so; what is in flight is shared all the same', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'mirante-keep-')), 'config.yaml');
    const { upstream, api, metric } = await setUp(json(good()), (host) => {
      writeFileSync(file, `keepMegabytes: 0\ndataSources: [{ id: prometheus, url: http://${host} }]\n`);
      return { MIRANTE_CONFIG: file };
    });
    for (let i = 0; i < 2; i++) await (await fetch(`${api}/${range()}`)).text();
    expect(upstream.received).toHaveLength(2);
    expect(await metric('mirante_kept_answers')).toBe(0);
  });
});
