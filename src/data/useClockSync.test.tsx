// @vitest-environment happy-dom
import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createPrometheusClient } from '../prometheus/client.ts';
import { createRangeCache } from '../prometheus/RangeCache.ts';
import { createRequestQueue } from '../prometheus/requestQueue.ts';
import { createBoardStatus } from './boardStatus.ts';
import type { DataSource } from './dataSource.ts';
import { useClockSync } from './useClockSync.ts';

const start = Date.UTC(2026, 0, 1, 12);

beforeEach(() => {
  vi.useFakeTimers({ now: start });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A board that ticks when told to, over a server whose clock is the browser's moved by `skew`. */
function renderSync() {
  let skew = 0;
  const sync = vi.fn(async () => {});
  const client = createPrometheusClient({ baseUrl: 'http://nowhere' });
  const dataSource: DataSource = {
    id: 'main',
    name: 'Main',
    client,
    ranges: createRangeCache(client),
    queue: createRequestQueue(6),
    clock: { now: () => Date.now() + skew, skew: () => skew, sync },
  };
  const status = createBoardStatus();
  const refreshNow = vi.fn();
  const clockAt = (tickedAt: number) => ({
    now: tickedAt,
    tickedAt,
    tick: 0,
    span: { from: 0, to: tickedAt },
    isLive: true,
    refresh: 30_000,
    interval: 30_000,
    isStretched: false,
    nextTickAt: null,
    status,
    refreshNow,
  });
  const { rerender } = renderHook(({ tickedAt }) => useClockSync(dataSource, clockAt(tickedAt)), {
    initialProps: { tickedAt: start },
  });
  return {
    sync,
    status,
    refreshNow,
    turnsOutToBe: (next: number) =>
      sync.mockImplementationOnce(async () => {
        skew = next;
      }),
    tickAfter: async (ms: number) => {
      vi.setSystemTime(Date.now() + ms);
      rerender({ tickedAt: Date.now() });
      await act(() => vi.advanceTimersByTimeAsync(1_000));
    },
  };
}

it('asks again every few minutes, not at every tick', async () => {
  const { sync, tickAfter } = renderSync();
  for (let i = 0; i < 9; i++) await tickAfter(30_000);
  expect(sync).toHaveBeenCalledTimes(0);
  await tickAfter(30_000);
  expect(sync).toHaveBeenCalledTimes(1);
  await tickAfter(30_000);
  expect(sync).toHaveBeenCalledTimes(1);
});

it('asks after a gap, plans again when the clock moved, and tells the skew', async () => {
  const { status, refreshNow, tickAfter, turnsOutToBe } = renderSync();
  turnsOutToBe(-600_000);
  await tickAfter(630_000);
  expect(refreshNow).toHaveBeenCalledTimes(1);
  expect(status.snapshot().skew).toBe(-600_000);
});

it('asks at each tick while answers fail', async () => {
  const { sync, status, refreshNow, tickAfter } = renderSync();
  status.report('panel', { isFetching: false, hasFailed: true, goodAt: null });
  await tickAfter(30_000);
  await tickAfter(30_000);
  expect(sync).toHaveBeenCalledTimes(2);
  expect(refreshNow).not.toHaveBeenCalled();
});
