import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { QueriesObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Frame } from '../../model/frame.ts';
import type { QueryPlan } from '../../prometheus/plan.ts';
import { createRangeCache } from '../../prometheus/RangeCache.ts';
import { createRequestQueue } from '../../prometheus/requestQueue.ts';
import { createServerClock } from '../../prometheus/serverClock.ts';
import { fakeClient, success } from '../../prometheus/testing.ts';
import { planQuestion } from '../asking/planQuestion.ts';
import { createQueryClient } from '../asking/queryClient.ts';
import type { DataSource } from '../source/dataSource.ts';

const PANELS = 12;
const SERIES = 4;
const POINTS = 120;
const STEP = 30_000;
const NOON = Date.UTC(2026, 0, 15, 12);

beforeEach(() => void vi.useFakeTimers({ now: NOON }));
afterEach(() => void vi.useRealTimers());

/** Collects garbage. Bytes of the heap and of the typed arrays outside of it. */
function heap(): number {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect !== 'function') throw new Error('no garbage collector to call');
  collect();
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** What a server whose every sample is its time would say. */
function frameOf(start: number, end: number): Frame {
  const times = Float64Array.from({ length: (end - start) / STEP + 1 }, (_, i) => start + i * STEP);
  const series = Array.from({ length: SERIES }, (_, i) => {
    return { labels: { pod: `pod-${i}` }, values: times.slice(), present: null, histograms: null };
  });
  return { kind: 'range', times, step: STEP, series };
}

function openDataSource(): DataSource & { asked: number } {
  const { client } = fakeClient(success({}));
  const good = { warnings: [], infos: [], isPartial: false, capped: null, stats: null };
  const source = {
    id: 'main',
    name: 'Main',
    client,
    clock: createServerClock(client),
    queue: createRequestQueue(6),
    asked: 0,
    ranges: createRangeCache({
      query: client.query,
      async queryRange({ start, end }) {
        source.asked += (end - start) / STEP + 1;
        return { frame: frameOf(start, end), ...good };
      },
    }),
  };
  return source;
}

it('does not grow over 2,000 refreshes of 12 panels', async () => {
  const dataSource = openDataSource();
  const queryClient = createQueryClient();
  queryClient.mount();
  const questions = (end: number) =>
    Array.from({ length: PANELS }, (_, i) => {
      // One panel's expression holds the length of a range that grows, as that of today does.
      const expr = i === 0 ? `increase(x[${end - NOON + 1}ms])` : `rate(panel_${i}[1m])`;
      const plan: QueryPlan = {
        kind: 'range',
        dataSource: 'main',
        expr,
        start: end - (POINTS - 1) * STEP,
        end,
        step: STEP,
      };
      const { key, ask } = planQuestion(dataSource, plan);
      return { queryKey: key, queryFn: ({ signal }: { signal: AbortSignal }) => ask(signal, () => 0) };
    });
  const observer = new QueriesObserver(queryClient, questions(NOON));
  const unsubscribe = observer.subscribe(() => {});
  let before = 0;
  for (let tick = 1; tick <= 2_000; tick++) {
    observer.setQueries(questions(NOON + tick * STEP));
    await vi.advanceTimersByTimeAsync(STEP);
    if (tick === 200) before = heap();
  }
  const growth = heap() / before - 1;
  expect(queryClient.getQueryCache().getAll()).toHaveLength(PANELS);
  expect(observer.getCurrentResult().every(({ isSuccess }) => isSuccess)).toBe(true);
  expect(growth).toBeLessThan(0.05);
  // It was the cache that answered.
  expect(dataSource.asked).toBeLessThan(2_000 * PANELS * POINTS * 0.25);
  unsubscribe();
  queryClient.unmount();
});
