import { once } from 'node:events';
import type { RequestListener } from 'node:http';
import { type ClientRequest, get, type IncomingMessage } from 'node:http';
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { startGateway, startUpstream } from '../testing.ts';

const opened: { close(): Promise<unknown> }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

async function setUp(answer: RequestListener) {
  const upstream = await startUpstream(answer);
  const { app } = await startGateway({ PROMETHEUS_URL: `http://${upstream.host}` });
  const close = async () => {
    app.server.closeAllConnections();
    await app.close();
  };
  opened.push({ close }, upstream);
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  const flightBytes = async () =>
    Number(/^mirante_flight_bytes (\d+)/m.exec(await (await fetch(`${address}/metrics`)).text())?.[1]);
  return { upstream, api: `${address}/api/ds/prometheus/api/v1`, flightBytes };
}

const MIB = 1024 * 1024;
const head = { 'content-type': 'application/json' };

test('a slow reader of a large answer neither holds up the others nor takes memory without end', async () => {
  const size = 64;
  const { upstream, api, flightBytes } = await setUp(async (_request, response) => {
    response.writeHead(200, head);
    for (let i = 0; i < size; i++) if (!response.write(Buffer.alloc(MIB, 'x'))) await once(response, 'drain');
    response.end();
  });
  const asked: ClientRequest = get(`${api}/query?query=1&time=7`, { headers: { 'accept-encoding': 'gzip' } });
  const [slow]: IncomingMessage[] = await once(asked, 'response');
  slow?.pause();
  const broken = once(slow ?? asked, 'error');
  let read = 0;
  let most = 0;
  for await (const chunk of (await fetch(`${api}/query?query=1&time=7`)).body ?? []) {
    if (read % MIB > (read + chunk.length) % MIB) most = Math.max(most, await flightBytes());
    read += chunk.length;
  }
  expect(read).toBe(size * MIB);
  expect(upstream.received).toHaveLength(1);
  expect(most).toBeGreaterThan(8 * MIB);
  expect(most).toBeLessThan(18 * MIB);
  slow?.resume();
  await broken;
  await expect.poll(flightBytes).toBe(0);
});

test('a large answer with one slow reader waits for it, and is asked for anew by others', async () => {
  const size = 40;
  const { upstream, api, flightBytes } = await setUp(async (_request, response) => {
    response.writeHead(200, head);
    for (let i = 0; i < size; i++) if (!response.write(Buffer.alloc(MIB, 'x'))) await once(response, 'drain');
    response.end();
  });
  const reader = (await fetch(`${api}/query?query=1&time=7`)).body?.getReader();
  let read = 0;
  while (read < 20 * MIB) read += (await reader?.read())?.value?.length ?? 0;
  expect(await flightBytes()).toBe(0);
  const second = await fetch(`${api}/query?query=1&time=7`);
  expect(upstream.received).toHaveLength(2);
  await second.body?.cancel();
  for (let chunk = await reader?.read(); chunk?.value; chunk = await reader?.read()) read += chunk.value.length;
  expect(read).toBe(size * MIB);
});

/** What a direct ask gives: an envelope whose size and text depend on the question. */
const bodyOf = (question: number) =>
  JSON.stringify({
    status: 'success',
    data: `${question}`.repeat(1 + question * 40_000),
    ...(question === 3 ? { warnings: ['w'] } : {}),
  });

test('whoever asks when, and leaves when: each gets the bytes of a direct ask', async () => {
  // Answered in pieces, one each time the event loop comes round, so that others join and leave in between.
  const { api, flightBytes } = await setUp(async (request, response) => {
    const body = bodyOf(Number(new URL(request.url ?? '', 'http://x').searchParams.get('query')));
    response.writeHead(200, { ...head, 'content-length': body.length });
    for (let at = 0; at < body.length; at += 30_000) {
      response.write(body.slice(at, at + 30_000));
      await new Promise((resolve) => setImmediate(resolve));
    }
    response.end();
  });
  const asker = fc.record({
    question: fc.nat(3),
    // Turns of the event loop before it asks, and before it leaves (null: it stays).
    waits: fc.nat(12),
    stays: fc.option(fc.nat(12)),
    fresh: fc.boolean(),
    dated: fc.boolean(),
  });
  const turns = async (count: number) => {
    for (let i = 0; i < count; i++) await new Promise((resolve) => setImmediate(resolve));
  };
  await fc.assert(
    fc.asyncProperty(fc.array(asker, { minLength: 1, maxLength: 12 }), async (askers) => {
      const asked = askers.map(async ({ question, waits, stays, fresh, dated }) => {
        await turns(waits);
        const leaving = new AbortController();
        if (stays !== null) void turns(stays).then(() => leaving.abort());
        const headers = fresh ? { 'cache-control': 'no-cache' } : {};
        const time = `&time=${dated ? 60 : ''}`;
        const text = fetch(`${api}/query?query=${question}${time}`, { headers, signal: leaving.signal }).then((reply) =>
          reply.text(),
        );
        if (stays === null) expect(await text).toBe(bodyOf(question));
        else
          await text.then(
            (all) => expect(all).toBe(bodyOf(question)),
            () => expect(leaving.signal.aborted).toBe(true),
          );
      });
      await Promise.all(asked);
      await expect.poll(flightBytes).toBe(0);
    }),
    { numRuns: 40 },
  );
});
