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
import { useScrapeInterval } from './useScrapeInterval.ts';

const MINUTE = 60_000;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('learns of a configuration that is changed under a wall that stays', async () => {
  let scrapeInterval = '20s';
  const client = createPrometheusClient({
    baseUrl: 'http://gateway.test',
    async fetch() {
      const target = { labels: { job: 'api' }, scrapeUrl: 'http://api/metrics', health: 'up', scrapeInterval };
      return Response.json({ status: 'success', data: { activeTargets: [target] } });
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
  const { result } = renderHook(() => useScrapeInterval(dataSource), { wrapper });
  const interval = () => result.current.intervalOf('up{job="api"}');
  await act(() => vi.waitFor(() => expect(interval()).toBe(20_000)));
  scrapeInterval = '1m';
  await act(() => vi.advanceTimersByTimeAsync(9 * MINUTE));
  expect(interval()).toBe(20_000);
  await act(() => vi.advanceTimersByTimeAsync(MINUTE));
  expect(interval()).toBe(MINUTE);
});
