// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { expect, it } from 'vitest';
import { embeddedPrometheus, gaugeTarget } from '../../testing/embeddedPrometheus.ts';
import { mockServer } from '../../testing/mockServer.ts';
import { pageHost } from '../../testing/pageHost.tsx';
import KioskPage from './KioskPage.tsx';

const open = pageHost();
const server = mockServer();

const shop = { id: 'shop', title: 'Shop', detect: 'up{job="shop"}', jobs: [], dashboards: [] };
const rule = { alert: 'Closed', expr: 'up == 0', labels: { severity: 'critical' } };
const serve = (remarks: Readonly<Record<string, object>>) =>
  server.use(
    http.get('*/api/packs', () => HttpResponse.json({ packs: [shop] })),
    embeddedPrometheus({
      targets: [gaugeTarget('till', { sold: 1 }, { isUp: 'query' in remarks })],
      ruleFiles: [{ path: 'rules.yml', content: JSON.stringify({ groups: [{ name: 'shop', rules: [rule] }] }) }],
      remarks,
    }),
  );

it('says that not all alerts are known where the server told of some of them', async () => {
  serve({ alerts: { data: { alerts: [] }, warnings: ['ruler-1 is away'] } });
  open(<KioskPage playlist="all" />, '/kiosk/all');
  await screen.findByText('Not all alerts are known: more of them may be firing. ruler-1 is away');
});

it('does not say that a system has no data where the server asked only some of its stores', async () => {
  serve({ query: { warnings: ['store-2 is away'] } });
  open(<KioskPage playlist="all" />, '/kiosk/all');
  await screen.findByText('Whether there is one is not known: the server answered in part. store-2 is away');
  expect(screen.queryByText(/None of the known systems/)).toBeNull();
});
