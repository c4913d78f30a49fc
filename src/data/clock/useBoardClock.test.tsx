// @vitest-environment happy-dom
import { QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createPrometheusClient } from '../../prometheus/client.ts';
import { createRangeCache } from '../../prometheus/RangeCache.ts';
import { createRequestQueue } from '../../prometheus/requestQueue.ts';
import { createServerClock } from '../../prometheus/serverClock.ts';
import { createQueryClient } from '../asking/queryClient.ts';
import type { DataSource } from '../source/dataSource.ts';
import { useBoardClock } from './useBoardClock.ts';

const start = Date.UTC(2026, 0, 1, 12);

beforeEach(() => {
  vi.useFakeTimers({ now: start });
});
afterEach(() => {
  vi.useRealTimers();
});

function Wrapper({ children }: { readonly children: ReactNode }) {
  return <QueryClientProvider client={createQueryClient()}>{children}</QueryClientProvider>;
}

const lastHour = { from: 'now-1h', to: 'now' };
const advance = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

/** A server whose clock is ahead by `skew`, which shows when it is first asked. */
function openServer({ skew, stagger = 0 }: { readonly skew: number; readonly stagger?: number }): DataSource {
  const client = createPrometheusClient({ baseUrl: 'http://nowhere' });
  let known: number | null = null;
  const sync = async () => {
    known = skew;
  };
  const clock = { now: () => Date.now() + (known ?? 0), skew: () => known, sync };
  const ranges = createRangeCache(client);
  return { id: 'main', name: 'Main', client, ranges, queue: createRequestQueue(6), clock, stagger };
}

function renderClock(
  options: {
    refresh?: number | null;
    range?: { from: string; to: string };
    runsHidden?: boolean;
    server?: DataSource | null;
  } = {},
) {
  const { refresh = 30_000, range = lastHour, runsHidden = false, server: dataSource = null } = options;
  return renderHook(() => useBoardClock({ dataSource, range, refresh, timeZone: 'UTC', runsHidden }), {
    wrapper: Wrapper,
  }).result;
}

const report = { isFetching: false, hasFailed: false, goodAt: null };

it('resolves the range once a tick', async () => {
  const clock = renderClock();
  expect(clock.current.span).toEqual({ from: start - 3_600_000, to: start });
  await advance(29_999);
  expect(clock.current.span.to).toBe(start);
  await advance(1);
  expect(clock.current).toMatchObject({ tick: 1, now: start + 30_000, isLive: true });
  expect(clock.current.span.to).toBe(start + 30_000);
});

it('ticks when all displays do, whenever it was loaded, and at first asks about what they show', async () => {
  vi.setSystemTime(start + 22_345);
  const clock = renderClock();
  expect(clock.current).toMatchObject({ now: start + 22_345, tickedAt: start + 22_345, nextTickAt: start + 30_000 });
  expect(clock.current.span.to).toBe(start);
  await advance(7_654);
  expect(clock.current.tick).toBe(0);
  await advance(1);
  expect(clock.current).toMatchObject({ tick: 1, now: start + 30_000, nextTickAt: start + 60_000 });
  expect(clock.current.span.to).toBe(start + 30_000);
});

it('goes by the clock of the server, once that is known, and asks again where it is another', async () => {
  const clock = renderClock({ server: openServer({ skew: 10_000 }) });
  expect(clock.current.span.to).toBe(start);
  await advance(0);
  expect(clock.current).toMatchObject({ tick: 1, now: start + 10_000, tickedAt: start, nextTickAt: start + 20_000 });
  await advance(20_000);
  expect(clock.current).toMatchObject({ tick: 2, now: start + 30_000, tickedAt: start + 20_000 });
  expect(clock.current.span.to).toBe(start + 30_000);
});

it('asks about the same times later, without a gateway that makes one question of many', async () => {
  vi.setSystemTime(start + 22_345);
  const clock = renderClock({ server: openServer({ skew: 0, stagger: 0.1 }) });
  await advance(0);
  expect(clock.current).toMatchObject({ nextTickAt: start + 33_000, span: { to: start } });
  await advance(10_655);
  expect(clock.current).toMatchObject({ tick: 1, nextTickAt: start + 63_000, span: { to: start + 30_000 } });
});

it('asks for the real now by hand, and then at the next common tick', async () => {
  const clock = renderClock();
  await advance(12_345);
  act(() => clock.current.refreshNow());
  expect(clock.current).toMatchObject({ isByHand: true, nextTickAt: start + 30_000, span: { to: start + 12_345 } });
  await advance(30_000 - 12_345);
  expect(clock.current).toMatchObject({ tick: 2, isByHand: false, span: { to: start + 30_000 } });
});

it.each([
  { name: 'refresh off', options: { refresh: null } },
  { name: 'an absolute range', options: { range: { from: String(start - 1000), to: String(start) } } },
])('stands still: $name', async ({ options }) => {
  const clock = renderClock(options);
  await advance(600_000);
  expect(clock.current).toMatchObject({ tick: 0, isLive: false, nextTickAt: null });
});

it('asks for a day that is not over up to each tick, and shows all of it', async () => {
  const clock = renderClock({ range: { from: 'now/d', to: 'now/d' } });
  const midnight = Date.UTC(2026, 0, 1);
  const day = { from: midnight, to: midnight + 86_400_000 - 1 };
  expect(clock.current).toMatchObject({ isLive: true, span: day, asked: { from: midnight, to: start } });
  await advance(30_000);
  expect(clock.current).toMatchObject({ span: day, asked: { from: midnight, to: start + 30_000 } });
});

it.each([
  { name: 'yesterday', range: { from: 'now-1d/d', to: 'now-1d/d' } },
  { name: 'absolute times', range: { from: String(start - 1000), to: String(start + 1000) } },
])('asks for all of $name', ({ range }) => {
  const { span, asked } = renderClock({ range }).current;
  expect(asked).toEqual(span);
});

it('never ticks while the answers of the last tick are still coming', async () => {
  const clock = renderClock();
  act(() => clock.current.status.report('p', { ...report, isFetching: true }));
  await advance(60_000);
  expect(clock.current.tick).toBe(0);
  act(() => clock.current.status.report('p', report));
  expect(clock.current.tick).toBe(1);
});

it('stretches the interval to the refreshes that are twice a slow cycle, and says so', async () => {
  const clock = renderClock();
  act(() => clock.current.status.report('p', { ...report, isFetching: true }));
  await advance(20_000);
  act(() => clock.current.status.report('p', report));
  expect(clock.current).toMatchObject({ interval: 60_000, isStretched: true, nextTickAt: start + 60_000 });
});

it('keeps a cycle that changes no interval to itself, and knows it when another refresh is chosen', async () => {
  const drawn = vi.fn();
  const draw = ({ refresh }: { readonly refresh: number }) => {
    drawn();
    return useBoardClock({ dataSource: null, range: lastHour, refresh, timeZone: 'UTC' });
  };
  const { result: clock, rerender } = renderHook(draw, { wrapper: Wrapper, initialProps: { refresh: 30_000 } });
  act(() => clock.current.status.report('p', { ...report, isFetching: true }));
  await advance(10_000);
  drawn.mockClear();
  act(() => clock.current.status.report('p', report));
  expect(drawn).not.toHaveBeenCalled();
  rerender({ refresh: 15_000 });
  expect(clock.current).toMatchObject({ interval: 30_000, isStretched: true });
});

it('measures a cycle by itself: not what a panel asks that is scrolled into view later', async () => {
  const clock = renderClock();
  act(() => clock.current.status.report('p', { ...report, isFetching: true }));
  await advance(1_000);
  act(() => clock.current.status.report('p', report));
  await advance(19_000);
  act(() => clock.current.status.report('q', { ...report, isFetching: true }));
  await advance(1_000);
  act(() => clock.current.status.report('q', report));
  expect(clock.current).toMatchObject({ interval: 30_000, isStretched: false });
});

it('waits for the lists of a tick as for its panels', async () => {
  const clock = renderClock();
  let end = () => {};
  const list = new Promise<void>((resolve) => {
    end = resolve;
  });
  act(() => void clock.current.status.track(list));
  await advance(60_000);
  expect(clock.current.tick).toBe(0);
  await act(async () => end());
  expect(clock.current.tick).toBe(1);
});

it('goes on after a list that could not be had', async () => {
  const clock = renderClock();
  await act(async () => {
    await clock.current.status.track(Promise.reject(new Error('no'))).catch(() => {});
  });
  await advance(30_000);
  expect(clock.current.tick).toBe(1);
});

it('ticks once after a sleep of the machine, in which no timer runs', async () => {
  const clock = renderClock({ refresh: 3_600_000 });
  await advance(60_000);
  vi.setSystemTime(start + 8 * 3_600_000);
  await advance(1_000);
  expect(clock.current.tick).toBe(1);
  await advance(60_000);
  expect(clock.current.tick).toBe(1);
});

it('does not wait for a clock that was set back', async () => {
  const clock = renderClock();
  vi.setSystemTime(start - 86_400_000);
  await advance(1_000);
  expect(clock.current.tick).toBe(1);
});

it('ticks at once when the clock is set back, about the time that it is', async () => {
  const client = createPrometheusClient({
    baseUrl: 'http://gateway.test',
    fetch: async () => {
      const time = start / 1_000;
      return Response.json({ status: 'success', data: { resultType: 'scalar', result: [time, String(time)] } });
    },
  });
  const server = { ...openServer({ skew: 0 }), clock: createServerClock(client) };
  vi.setSystemTime(start + 3_600_000);
  const clock = renderClock({ server });
  await advance(0);
  expect(clock.current).toMatchObject({ tick: 1, now: start });
  await advance(20_000);
  vi.setSystemTime(start + 20_000);
  await advance(1_000);
  expect(clock.current).toMatchObject({ tick: 2, now: start + 21_000, tickedAt: start + 21_000, span: { to: start } });
  await advance(9_000);
  expect(clock.current).toMatchObject({ tick: 3, now: start + 30_000, span: { to: start + 30_000 } });
});

it('does not stretch for a cycle that failed: a server that comes back is found within one refresh', async () => {
  const clock = renderClock();
  act(() => clock.current.status.report('p', { ...report, isFetching: true }));
  await advance(20_000);
  act(() => clock.current.status.report('p', { ...report, hasFailed: true }));
  expect(clock.current).toMatchObject({ interval: 30_000, isStretched: false });
});

it('asks nothing while the page is hidden, and once when it is shown again', async () => {
  const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  const clock = renderClock();
  await advance(300_000);
  expect(clock.current.tick).toBe(0);
  hidden.mockReturnValue(false);
  act(() => void document.dispatchEvent(new Event('visibilitychange')));
  expect(clock.current.tick).toBe(1);
});

it('goes on while hidden on a wall', async () => {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  const clock = renderClock({ runsHidden: true });
  await advance(60_000);
  expect(clock.current.tick).toBe(2);
});

it('ticks by hand', () => {
  const clock = renderClock({ refresh: null });
  act(() => clock.current.refreshNow());
  expect(clock.current.tick).toBe(1);
});

it('takes the last hour for a range whose end comes before its start', () => {
  expect(renderClock({ range: { from: 'now', to: 'now-1h' } }).current.span).toEqual({
    from: start - 3_600_000,
    to: start,
  });
});
