// @vitest-environment happy-dom
import { QueryClientProvider } from '@tanstack/react-query';
import { renderHook } from '@testing-library/react';
import { type ReactNode, useEffect } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { TimeRange } from '../../model/timeRange.ts';
import { createQueryClient } from '../asking/queryClient.ts';
import { useBoardClock } from './useBoardClock.ts';

const start = Date.UTC(2026, 0, 1, 12);
const later = start + 45 * 60_000;
const lastHour = { from: 'now-1h', to: 'now' };
const still = { from: String(start - 600_000), to: String(start - 300_000) };

beforeEach(() => void vi.useFakeTimers({ now: start }));
afterEach(() => void vi.useRealTimers());

function Wrapper({ children }: { readonly children: ReactNode }) {
  return <QueryClientProvider client={createQueryClient()}>{children}</QueryClientProvider>;
}

/** A clock whose range is chosen anew, and the ends of what it would have panels ask. */
function renderChoice(refresh: number | null, first: TimeRange) {
  const ends: number[] = [];
  const Asking = ({ range }: { readonly range: TimeRange }) => {
    const clock = useBoardClock({ dataSource: null, range, refresh, timeZone: 'UTC' });
    useEffect(() => void ends.push(clock.asked.to), [clock.asked]);
    return clock;
  };
  const { result: clock, rerender } = renderHook(Asking, { wrapper: Wrapper, initialProps: { range: first } });
  return { clock, ends, choose: (range: TimeRange) => rerender({ range }) };
}

it.each([null, 30_000])(
  'resolves a range that is chosen by the now of then, and asks for nothing before: refresh %s',
  (refresh) => {
    const { clock, ends, choose } = renderChoice(refresh, still);
    vi.setSystemTime(later);
    choose({ from: 'now-5m', to: 'now' });
    expect(clock.current).toMatchObject({ tick: 1, isByHand: false, span: { from: later - 300_000, to: later } });
    expect(ends).toEqual([start - 300_000, later]);
  },
);

it('asks again at the time of another range that follows the clock', () => {
  const { clock, choose } = renderChoice(null, lastHour);
  vi.setSystemTime(later);
  choose({ from: 'now-5m', to: 'now' });
  expect(clock.current.span.to).toBe(later);
});

it('does not tick for a range that is chosen for good, nor for one that is the same', () => {
  const { clock, ends, choose } = renderChoice(30_000, lastHour);
  vi.setSystemTime(start + 20_000);
  choose({ ...lastHour });
  expect(ends).toEqual([start]);
  choose(still);
  expect(clock.current.tick).toBe(0);
});
