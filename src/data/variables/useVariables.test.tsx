// @vitest-environment happy-dom
import { QueryClientProvider } from '@tanstack/react-query';
import { renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { configSchema } from '../../model/config.ts';
import { dashboardSchema } from '../../model/dashboard.ts';
import { createPrometheusClient } from '../../prometheus/client.ts';
import { createRangeCache } from '../../prometheus/RangeCache.ts';
import { createRequestQueue } from '../../prometheus/requestQueue.ts';
import { createServerClock } from '../../prometheus/serverClock.ts';
import { createQueryClient } from '../asking/queryClient.ts';
import { createBoardStatus } from '../clock/boardStatus.ts';
import { ServicesProvider } from '../services/services.tsx';
import { useVariables } from './useVariables.ts';

const MINUTE = 60_000;
const noon = Date.UTC(2026, 0, 15, 12);
const dashboard = v.parse(dashboardSchema, {
  ...{ title: 'Cameras', section: 'business', rows: [] },
  variables: [
    { name: 'site', query: 'label_values(streams, site)' },
    { name: 'camera', query: 'label_values(streams{site="$site"}, camera)' },
  ],
});

/** A board with a camera's variable under a site's, at ticks as told, over a server that answers with these. */
function renderChain() {
  const world = { status: 200, sites: ['north', 'south'] };
  const asked: string[] = [];
  const client = createPrometheusClient({
    baseUrl: 'http://gateway.test',
    async fetch(input) {
      const { pathname, searchParams } = new URL(String(input));
      const label = pathname.includes('/label/site/') ? 'site' : 'camera';
      const site = searchParams.get('match[]')?.match(/site="(\w+)"/)?.[1];
      asked.push(site === undefined ? label : `${label} of ${site}`);
      const data = label === 'site' ? world.sites : [`${site}-1`, `${site}-2`];
      return Response.json({ status: 'success', data }, { status: world.status });
    },
  });
  const dataSource = {
    ...{ id: 'main', name: 'Main', client, queue: createRequestQueue(6) },
    ...{ ranges: createRangeCache(client), clock: createServerClock(client) },
  };
  const config = v.parse(configSchema, {});
  const services = { config, hosting: 'gateway', dataSources: new Map([['main', dataSource]]) } as const;
  const queryClient = createQueryClient();
  const status = createBoardStatus();
  const chosen = new Map<string, readonly string[]>();
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <QueryClientProvider client={queryClient}>
      <ServicesProvider services={services}>{children}</ServicesProvider>
    </QueryClientProvider>
  );
  const { result, rerender } = renderHook(
    ({ now }) => {
      const span = { from: now - 60 * MINUTE, to: now };
      const clock = {
        ...{ now, tickedAt: now, tick: 0, isByHand: false, span, asked: span, isLive: true, interval: 30_000 },
        ...{ refresh: 30_000, isStretched: false, nextTickAt: null, status, refreshNow: () => {} },
      };
      return useVariables({ dashboard, chosen, dataSource, clock });
    },
    { wrapper, initialProps: { now: noon + 4 * MINUTE } },
  );
  return {
    world,
    asked,
    at: (now: number) => rerender({ now }),
    error: (name: string) => result.current.errors.get(name) ?? null,
    values: () => ['site', 'camera'].map((name) => result.current.values.get(name)?.values[0] ?? null),
  };
}

it('keeps a chain of variables while their values are asked for anew, each at once', async () => {
  const { world, asked, at, values } = renderChain();
  await waitFor(() => expect(values()).toEqual(['north', 'north-1']));
  expect(asked).toEqual(['site', 'camera of north']);
  at(noon + 5 * MINUTE);
  expect(values()).toEqual(['north', 'north-1']);
  await waitFor(() => expect(asked.slice(2).sort()).toEqual(['camera of north', 'site']));
  expect(values()).toEqual(['north', 'north-1']);
  world.sites = ['east', 'north'];
  at(noon + 10 * MINUTE);
  await waitFor(() => expect(values()).toEqual(['east', 'east-1']));
});

it('keeps a chain of variables while the server is away', async () => {
  const { world, at, error, values } = renderChain();
  await waitFor(() => expect(values()).toEqual(['north', 'north-1']));
  world.status = 503;
  for (const minutes of [5, 10]) {
    at(noon + minutes * MINUTE);
    expect(values()).toEqual(['north', 'north-1']);
    await waitFor(() => expect([error('site'), error('camera')]).not.toContain(null));
    expect(values()).toEqual(['north', 'north-1']);
  }
});
