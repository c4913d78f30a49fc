import { expect, it } from 'vitest';
import { createPrometheusClient } from '../client.ts';
import { failureOf } from '../testing.ts';
import { BrokenThread, openAskingClient } from './askingClient.ts';
import type { DecodeThread } from './protocol.ts';
import { serveAsking } from './serveAsking.ts';

const baseUrl = 'http://prometheus.test';
const query = { expr: 'up', start: 1_700_000_000_000, end: 1_700_000_030_000, step: 15_000 };
const series = (job: string) => ({
  metric: { job },
  values: [1_700_000_000, 1_700_000_015, 1_700_000_030].map((time) => [time, '1.5']),
});
const reply = (result: unknown) =>
  Response.json({ status: 'success', data: { resultType: 'matrix', result }, warnings: ['w'] });

/** A client in a thread, whose other end is here, and one that asks by itself. */
function twoClients(fetch: typeof globalThis.fetch) {
  const direct = createPrometheusClient({ baseUrl, fetch });
  let fail = () => {};
  const thread: DecodeThread = {
    postMessage(message: unknown, ports: unknown) {
      expect(message).toEqual({ baseUrl });
      if (Array.isArray(ports)) serveAsking({ baseUrl }, ports[0], direct);
    },
    addEventListener: (_: string, listener: unknown) => {
      if (typeof listener === 'function') fail = () => listener(new Event('error'));
    },
    removeEventListener: () => {},
  };
  return { direct, threaded: openAskingClient(thread, baseUrl), fail: () => fail() };
}

it('answers as a client that asks by itself, range and instant queries, several at once', async () => {
  const { direct, threaded } = twoClients(async (_, init) => {
    const form = new URLSearchParams(String(init?.body));
    if (form.has('step')) return reply([series('a'), series(form.get('query') ?? '')]);
    const vector = [{ metric: { job: 'a' }, value: [1_700_000_000, '+Inf'] }];
    return Response.json({ status: 'success', data: { resultType: 'vector', result: vector } });
  });
  const exprs = ['b', 'c', 'd'];
  const ranges = await Promise.all(exprs.map((expr) => threaded.queryRange({ ...query, expr })));
  expect(ranges).toEqual(await Promise.all(exprs.map((expr) => direct.queryRange({ ...query, expr }))));
  expect(await threaded.query({ expr: 'up' })).toEqual(await direct.query({ expr: 'up' }));
});

it.each([
  ['the server cannot be reached', () => Promise.reject(new TypeError('Failed to fetch'))],
  ['it refuses', async () => new Response('no', { status: 503, headers: { 'content-type': 'text/plain' } })],
  ['it makes no sense', async () => reply([{ metric: { job: 1 }, values: [] }])],
])('fails as such a client does when %s', async (_, fetch) => {
  const { direct, threaded } = twoClients(fetch);
  const there = await failureOf(threaded.queryRange(query));
  const { kind, status, detail, url, path, message } = await failureOf(direct.queryRange(query));
  expect(there).toMatchObject({ kind, status, detail, url, path, message });
});

it('gives a question up with its signal, there too', async () => {
  const signals: AbortSignal[] = [];
  const { threaded } = twoClients((_, init) => {
    const { signal } = init ?? {};
    if (signal) signals.push(signal);
    return new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
  });
  const controller = new AbortController();
  const asked = threaded.queryRange(query, controller.signal);
  await expect.poll(() => signals.length).toBe(1);
  controller.abort();
  await expect(asked).rejects.toMatchObject({ kind: 'aborted' });
  expect(signals[0]?.aborted).toBe(true);
  await expect(threaded.queryRange(query, controller.signal)).rejects.toMatchObject({ kind: 'aborted' });
});

it('tells when the thread breaks, of what waits and of what comes after', async () => {
  const { threaded, fail } = twoClients(() => new Promise(() => {}));
  const asked = threaded.queryRange(query);
  fail();
  await expect(asked).rejects.toBeInstanceOf(BrokenThread);
  await expect(threaded.query({ expr: 'up' })).rejects.toBeInstanceOf(BrokenThread);
});
