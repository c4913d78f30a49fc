// @vitest-environment happy-dom
import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createPrometheusClient } from '../../prometheus/client.ts';
import { createRangeCache } from '../../prometheus/RangeCache.ts';
import { createRequestQueue } from '../../prometheus/requestQueue.ts';
import { createQueryClient } from '../asking/queryClient.ts';
import type { DataSource } from '../source/dataSource.ts';
import { createBoardStatus } from './boardStatus.ts';
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
  const clockAt = (tickedAt: number) => ({
    now: tickedAt,
    tickedAt,
    asked: { from: 0, to: tickedAt },
    tick: 0,
    isByHand: false,
    span: { from: 0, to: tickedAt },
    isLive: true,
    refresh: 30_000,
    interval: 30_000,
    isStretched: false,
    nextTickAt: null,
    status,
    refreshNow: () => {},
  });
  const queryClient = createQueryClient();
  // As the board's clock asks at first.
  queryClient.setQueryData(['server time', 'main'], 0);
  const queryFn = async () => {
    await sync();
    return skew;
  };
  const { rerender } = renderHook(
    ({ tickedAt }) => {
      useQuery({ queryKey: ['server time', 'main'], queryFn });
      useClockSync(dataSource, clockAt(tickedAt));
    },
    {
      initialProps: { tickedAt: start },
      wrapper: ({ children }) => <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>,
    },
  );
  return {
    sync,
    status,
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

it('asks after a gap, and tells the skew', async () => {
  const { status, tickAfter, turnsOutToBe } = renderSync();
  turnsOutToBe(-600_000);
  await tickAfter(630_000);
  expect(status.snapshot().skew).toBe(-600_000);
});

it("asks after a step back of the browser's clock, and from there every few minutes again", async () => {
  const { sync, tickAfter } = renderSync();
  await tickAfter(30_000);
  await tickAfter(-3_600_000);
  expect(sync).toHaveBeenCalledTimes(1);
  for (let i = 0; i < 9; i++) await tickAfter(30_000);
  expect(sync).toHaveBeenCalledTimes(1);
  await tickAfter(30_000);
  expect(sync).toHaveBeenCalledTimes(2);
});

it('asks at each tick while answers fail', async () => {
  const { sync, status, tickAfter } = renderSync();
  status.report('panel', { isFetching: false, hasFailed: true, goodAt: null });
  await tickAfter(30_000);
  await tickAfter(30_000);
  expect(sync).toHaveBeenCalledTimes(2);
});
