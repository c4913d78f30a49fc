// @vitest-environment happy-dom
import { renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import * as v from 'valibot';
import { afterEach, expect, test, vi } from 'vitest';
import { configSchema } from '../../model/config.ts';
import { ServicesProvider } from './services.tsx';
import { belongingTo, useAlertmanagers, usePushgateways } from './sideServers.ts';

afterEach(() => void vi.unstubAllGlobals());

const config = v.parse(configSchema, {
  alertmanagers: [
    { id: 'main', name: 'Main', dataSource: 'prod' },
    { id: 'own', name: 'Own', url: 'http://am.test/' },
  ],
  pushgateways: [{ id: 'batch', name: 'Batch', dataSource: 'lab' }],
});

function wrapper({ children }: { children: ReactNode }) {
  const services = { config, hosting: 'gateway', dataSources: new Map() } as const;
  return <ServicesProvider services={services}>{children}</ServicesProvider>;
}

test('each is asked where it answers', async () => {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url);
    return Response.json(url.includes('/v2/') ? [] : { status: 'success', data: [] });
  });
  const { result, rerender } = renderHook(() => ({ am: useAlertmanagers(), pg: usePushgateways() }), { wrapper });
  const { am, pg } = result.current;
  expect([...am, ...pg].map(({ id, name }) => [id, name])).toEqual([
    ['main', 'Main'],
    ['own', 'Own'],
    ['batch', 'Batch'],
  ]);
  for (const { client } of am) await client.silences();
  for (const { client } of pg) await client.groups();
  expect(asked).toEqual([
    '/api/am/main/api/v2/silences',
    'http://am.test/api/v2/silences',
    '/api/pg/batch/api/v1/metrics',
  ]);
  rerender();
  expect(result.current.am).toBe(am);
});

test('what names no data source belongs to each', () => {
  expect(belongingTo(config.alertmanagers, 'prod').map(({ id }) => id)).toEqual(['main', 'own']);
  expect(belongingTo(config.alertmanagers, 'lab').map(({ id }) => id)).toEqual(['own']);
});
