import * as v from 'valibot';
import { expect, test } from 'vitest';
import type { DashboardFile } from '../server/packs/packFiles.ts';
import { packIndexSchema } from '../src/model/pack.ts';
import { demoRoutes } from './build-demo.ts';

test('every page, board and panel has an address', () => {
  const panel = (id: string) => ({ id, kind: 'text' as const, title: id, width: 6, height: 4 });
  const board: DashboardFile = {
    title: 'Sales',
    section: 'business',
    rows: [{ panels: [panel('orders')] }, { panels: [panel('carts')] }],
  };
  const dashboards = [{ id: 'sales', title: 'Sales', section: 'business' }];
  const index = v.parse(packIndexSchema, { packs: [{ id: 'shop', title: 'Shop', dashboards }] });
  expect(demoRoutes({ index, dashboard: () => board }, ['till'])).toEqual([
    'alerts',
    'targets',
    'rules',
    'explore',
    'service-discovery',
    'status',
    'pushgateway',
    'auto',
    'auto/till',
    'kiosk',
    'kiosk/all',
    'kiosk/shop',
    'd/shop/sales',
    'embed/shop/sales',
    'embed/shop/sales/orders',
    'embed/shop/sales/carts',
  ]);
});
