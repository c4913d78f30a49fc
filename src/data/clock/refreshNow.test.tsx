// @vitest-environment happy-dom
import { QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createPrometheusClient } from '../../prometheus/client.ts';
import type { QueryPlan } from '../../prometheus/plan.ts';
import { createRangeCache } from '../../prometheus/RangeCache.ts';
import { createRequestQueue } from '../../prometheus/requestQueue.ts';
import { createServerClock } from '../../prometheus/serverClock.ts';
import { planQuestion } from '../asking/planQuestion.ts';
import { createQueryClient } from '../asking/queryClient.ts';
import { useAnswers } from '../asking/useAnswers.ts';
import type { DataSource } from '../source/dataSource.ts';
import { useBoardClock } from './useBoardClock.ts';

const start = Date.UTC(2026, 0, 1, 12);
const MINUTE = 60_000;
const hour = { from: 'now-1h', to: 'now' };
/** All of it is settled at `start`: the range cache would answer it alone. */
const plan: QueryPlan = {
  kind: 'range',
  dataSource: 'main',
  expr: 'up',
  start: start - 60 * MINUTE,
  end: start - 10 * MINUTE,
  step: MINUTE,
};

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: start }));
afterEach(() => void vi.useRealTimers());

/** A board whose one plan never changes, and what it asks. */
function renderBoard() {
  const asked: string[] = [];
  let others = 0;
  const client = createPrometheusClient({
    baseUrl: 'http://gateway.test',
    async fetch(_, init) {
      const form = new URLSearchParams(String(init?.body));
      const isTime = form.get('query') === 'time()';
      if (form.get('query') === 'other') others++;
      else if (!isTime) asked.push(`${form.get('start')} ${init?.cache}`);
      const data = isTime
        ? { resultType: 'scalar', result: [Date.now() / 1000, `${Date.now() / 1000}`] }
        : { resultType: 'matrix', result: [] };
      return Response.json({ status: 'success', data });
    },
  });
  const clock = createServerClock(client);
  const dataSource: DataSource = {
    ...{ id: 'main', name: 'Main', client, queue: createRequestQueue(6), clock },
    ranges: createRangeCache(client, { skew: clock.skew }),
  };
  const queryClient = createQueryClient();
  const { result } = renderHook(
    () => {
      const board = useBoardClock({ dataSource, range: hour, refresh: null, timeZone: 'UTC' });
      const rail = useBoardClock({ dataSource, range: hour, refresh: 30_000, timeZone: 'UTC' });
      const [answer] = useAnswers([planQuestion(dataSource, plan, { fresh: board.isByHand })], true);
      // What goes by another clock than the board's.
      useAnswers([planQuestion(dataSource, { ...plan, expr: 'other' })], true);
      return { board, rail, answer };
    },
    { wrapper: ({ children }) => <QueryClientProvider client={queryClient}>{children}</QueryClientProvider> },
  );
  return { result, asked, others: () => others };
}

it('asks a plan that is as it was anew, all of it, each time the viewer asks for now', async () => {
  const { result, asked, others } = renderBoard();
  await waitFor(() => expect(result.current.answer?.isCurrent).toBe(true));
  const whole = plan.start / 1000;
  expect(asked).toEqual([`${whole} default`]);
  for (const times of [2, 3]) {
    act(() => result.current.board.refreshNow());
    await waitFor(() => expect(asked).toHaveLength(times));
    await waitFor(() => expect(result.current.answer?.isFetching).toBe(false));
  }
  expect(asked.slice(1)).toEqual([`${whole} reload`, `${whole} reload`]);
  expect(others()).toBe(1);
});

it('does not ask it again when another clock of the page ticks', async () => {
  const { result, asked } = renderBoard();
  await waitFor(() => expect(result.current.answer?.isCurrent).toBe(true));
  act(() => result.current.board.refreshNow());
  await waitFor(() => expect(asked).toHaveLength(2));
  await waitFor(() => expect(result.current.answer?.isFetching).toBe(false));
  const { tick } = result.current.rail;
  vi.setSystemTime(start + MINUTE);
  document.dispatchEvent(new Event('visibilitychange'));
  await waitFor(() => expect(result.current.rail.tick).toBeGreaterThan(tick));
  await act(() => new Promise((resolve) => setTimeout(resolve)));
  expect(asked).toHaveLength(2);
});
