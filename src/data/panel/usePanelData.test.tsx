// @vitest-environment happy-dom
import { QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { panelSchema } from '../../model/dashboard.ts';
import { createPrometheusClient } from '../../prometheus/client.ts';
import { createRangeCache } from '../../prometheus/RangeCache.ts';
import { createRequestQueue } from '../../prometheus/requestQueue.ts';
import { createServerClock } from '../../prometheus/serverClock.ts';
import { createQueryClient } from '../asking/queryClient.ts';
import { createBoardStatus } from '../clock/boardStatus.ts';
import { usePanelData } from './usePanelData.ts';

const midnight = Date.UTC(2026, 0, 15);
const noon = midnight + 12 * 3_600_000;
const hitsToday = 'increase(hits_total{pod="$pod"}[$__range])';

/** A panel that asks this, of today's hits of one pod where nothing else is said, over a server that answers with a status as told. */
function renderPanel(expr = hitsToday, scrapeInterval: (expr: string) => number = () => 15_000) {
  const panel = v.parse(panelSchema, { id: 'hits', kind: 'stat', title: 'Hits', queries: [{ expr }] });
  const asked: { readonly query: string | null; readonly cache: string | undefined }[] = [];
  const world = { status: 200 };
  const client = createPrometheusClient({
    baseUrl: 'http://gateway.test',
    async fetch(_, init) {
      asked.push({ query: new URLSearchParams(String(init?.body)).get('query'), cache: init?.cache });
      const data = { resultType: 'vector', result: [{ metric: {}, value: [noon / 1000, '7'] }] };
      return Response.json({ status: 'success', data }, { status: world.status });
    },
  });
  const dataSource = {
    ...{ id: 'main', name: 'Main', client, queue: createRequestQueue(6) },
    ...{ ranges: createRangeCache(client), clock: createServerClock(client) },
  };
  const status = createBoardStatus();
  const queryClient = createQueryClient();
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
  );
  const still = { tick: 0, isLive: true, interval: 30_000, refresh: 30_000, isStretched: false, nextTickAt: null };
  const { result, rerender } = renderHook(
    ({ now, pod, isByHand }) => {
      const span = { from: midnight, to: now };
      const clock = { ...still, now, tickedAt: now, isByHand, span, asked: span, status };
      return usePanelData({
        ...{ panel, dataSource, needs: 'queries', prefers: 'instant', compare: null, variableError: null },
        ...{ rateFloor: undefined, scrapeInterval, width: 300, isActive: true, timeZone: 'UTC', step: 15_000 },
        clock: { ...clock, refreshNow: () => {} },
        variables: new Map([['pod', { values: [pod], all: false }]]),
        rank: () => 0,
      });
    },
    { wrapper, initialProps: { now: noon, pod: 'a', isByHand: false } },
  );
  return { result, rerender, asked, world };
}

it('goes on showing what it has where the range in its expression grows, and blanks for another pod', async () => {
  const { result, rerender, asked } = renderPanel();
  await waitFor(() => expect(result.current.state).toBe('ready'));
  rerender({ now: noon + 30_000, pod: 'a', isByHand: false });
  expect(result.current).toMatchObject({ state: 'ready', isFetching: true });
  await waitFor(() => expect(result.current.isCurrent).toBe(true));
  expect(asked.map(({ query }) => query?.match(/\[.*\]/)?.[0])).toEqual(['[12h]', '[12h30s]']);
  rerender({ now: noon + 30_000, pod: 'b', isByHand: false });
  expect(result.current.state).toBe('loading');
  await waitFor(() => expect(result.current.state).toBe('ready'));
});

it('takes nothing that was kept when the viewer asks: for a tick, or once more', async () => {
  const { result, rerender, asked, world } = renderPanel();
  await waitFor(() => expect(result.current.state).toBe('ready'));
  rerender({ now: noon + 1_000, pod: 'a', isByHand: true });
  await waitFor(() => expect(result.current.isCurrent).toBe(true));
  world.status = 503;
  rerender({ now: noon + 30_000, pod: 'a', isByHand: false });
  await waitFor(() => expect(result.current.error).not.toBeNull());
  world.status = 200;
  act(() => result.current.retry());
  await waitFor(() => expect(result.current.isCurrent).toBe(true));
  expect(asked.map(({ cache }) => cache)).toEqual(['default', 'reload', 'default', 'reload']);
});

it('plans by the scrapes of what is asked, variables filled in, and tells how far they are apart', async () => {
  const read = new Set<string>();
  const { result, rerender } = renderPanel(
    'rate(hits_total{pod="$pod"}[$__rate_interval]) / ($__range_s > 0)',
    (expr) => {
      read.add(expr);
      return expr.includes('"slow"') ? 60_000 : 15_000;
    },
  );
  expect(result.current.plans[0]?.expr).toContain('pod="a"}[1m]');
  rerender({ now: noon, pod: 'slow', isByHand: false });
  expect(result.current.plans[0]?.expr).toContain('pod="slow"}[4m]');
  expect(result.current.scrapeInterval).toBe(60_000);
  // The range grows with the day: reading the expression anew at each tick would cost more and more.
  rerender({ now: noon + 30_000, pod: 'slow', isByHand: false });
  expect(read.size).toBe(2);
  await waitFor(() => expect(result.current.isCurrent).toBe(true));
});
