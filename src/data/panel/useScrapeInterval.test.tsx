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
import { useBoardClock } from '../clock/useBoardClock.ts';
import { useScrapeInterval } from './useScrapeInterval.ts';

const MINUTE = 60_000;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A board's look at how often this server scrapes, while the board ticks. */
function renderInterval(answer: (endpoint: string) => Response) {
  const asked: string[] = [];
  const client = createPrometheusClient({
    baseUrl: 'http://gateway.test',
    async fetch(input) {
      const endpoint = new URL(String(input)).pathname.replace('/api/v1/', '');
      asked.push(endpoint);
      return answer(endpoint);
    },
  });
  const dataSource = {
    ...{ id: 'main', name: 'Main', client, queue: createRequestQueue(6) },
    ...{ ranges: createRangeCache(client), clock: createServerClock(client) },
  };
  const queryClient = createQueryClient();
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
  );
  const range = { from: 'now-1h', to: 'now' };
  const { result } = renderHook(
    () => {
      useBoardClock({ dataSource, range, refresh: 30_000, timeZone: 'UTC' });
      return useScrapeInterval(dataSource);
    },
    { wrapper },
  );
  return {
    interval: () => result.current.intervalOf('up{job="api"}'),
    timesAsked: () => asked.filter((endpoint) => endpoint === 'targets').length,
    /** Ticks as they come. */
    wait: async (ms: number) => {
      for (let waited = 0; waited < ms; waited += 30_000) await act(() => vi.advanceTimersByTimeAsync(30_000));
    },
  };
}

const now = () => {
  const time = Date.now() / 1000;
  return Response.json({ status: 'success', data: { resultType: 'scalar', result: [time, String(time)] } });
};
const targets = (scrapeInterval: string) => {
  const target = { labels: { job: 'api' }, scrapeUrl: 'http://api/metrics', health: 'up', scrapeInterval };
  return Response.json({ status: 'success', data: { activeTargets: [target] } });
};
const failing = (status: number) => () => new Response('no', { status, headers: { 'content-type': 'text/plain' } });

it('learns of a configuration that is changed under a wall that stays', async () => {
  let scrapeInterval = '20s';
  const { interval, wait } = renderInterval((endpoint) => (endpoint === 'targets' ? targets(scrapeInterval) : now()));
  await act(() => vi.waitFor(() => expect(interval()).toBe(20_000)));
  scrapeInterval = '1m';
  await wait(9 * MINUTE);
  expect(interval()).toBe(20_000);
  await wait(MINUTE);
  expect(interval()).toBe(MINUTE);
});

it.each([404, 403])(
  'asks a server that answers %i for its targets seldom, and learns of those that it shows',
  async (status) => {
    let answer = failing(status);
    const { interval, timesAsked, wait } = renderInterval((endpoint) => (endpoint === 'targets' ? answer() : now()));
    await act(() => vi.waitFor(() => expect(timesAsked()).toBe(1)));
    await wait(5 * MINUTE);
    expect(timesAsked()).toBe(1);
    expect(interval()).toBe(15_000);
    answer = () => targets('20s');
    await wait(5 * MINUTE);
    expect(interval()).toBe(20_000);
    answer = failing(status);
    await wait(10 * MINUTE);
    expect([interval(), timesAsked()]).toEqual([20_000, 3]);
  },
);

it('asks one that is away at each tick, as all else', async () => {
  let answer = () => new Response('no', { status: 503 });
  const { interval, wait } = renderInterval((endpoint) => (endpoint === 'targets' ? answer() : now()));
  await wait(MINUTE);
  answer = () => targets('20s');
  await wait(30_000);
  await act(() => vi.waitFor(() => expect(interval()).toBe(20_000)));
});
