import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createPrometheusClient } from '../prometheus/client.ts';
import { createRangeCache } from '../prometheus/RangeCache.ts';
import { createRequestQueue } from '../prometheus/requestQueue.ts';
import { createServerClock } from '../prometheus/serverClock.ts';
import { createBoardStatus } from './clock/boardStatus.ts';
import { alertsQuestion } from './serverLists.ts';

const MINUTE = 60_000;
const start = Date.UTC(2026, 0, 15, 12);

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: start }));
afterEach(() => void vi.useRealTimers());

/** A server that answers with these, one after the other, and what came of asking it for its alerts. */
function serverOf(...answers: readonly Response[]) {
  let asked = 0;
  const client = createPrometheusClient({
    baseUrl: 'http://gateway.test',
    fetch: async () => answers[asked++] ?? expect.fail(),
  });
  const dataSource = {
    ...{ id: 'main', name: 'Main', client, queue: createRequestQueue(6) },
    ...{ ranges: createRangeCache(client), clock: createServerClock(client) },
  };
  const ask = async (after: number) => {
    vi.setSystemTime(start + after);
    const span = { from: 0, to: start };
    const clock = {
      ...{ now: start, tickedAt: start + after, tick: 0, isByHand: false, span, asked: span, isLive: true },
      ...{ interval: null, refresh: null, isStretched: false, nextTickAt: null, refreshNow: () => {} },
      status: createBoardStatus(),
    };
    const { ask } = alertsQuestion(dataSource, clock);
    return ask(new AbortController().signal, () => 0).then(
      ({ data }) => `${data.length} alerts`,
      (error: { status: number }) => error.status,
    );
  };
  return { ask, asked: () => asked };
}

const missing = () => new Response('default backend - 404', { status: 404, headers: { 'content-type': 'text/plain' } });
const none = () => Response.json({ status: 'success', data: { alerts: [] } });

it('asks a server that leaves a part out for it seldom, and takes it up when it has it', async () => {
  const server = serverOf(missing(), none());
  expect(await server.ask(0)).toBe(404);
  expect(await server.ask(MINUTE)).toBe(404);
  expect(await server.ask(9 * MINUTE)).toBe(404);
  expect(server.asked()).toBe(1);
  expect(await server.ask(10 * MINUTE)).toBe('0 alerts');
});

it('asks one that fails otherwise each time', async () => {
  const server = serverOf(new Response('no', { status: 502 }), none());
  expect(await server.ask(0)).toBe(502);
  expect(await server.ask(MINUTE)).toBe('0 alerts');
});
