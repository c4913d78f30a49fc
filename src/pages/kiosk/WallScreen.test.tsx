// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { expect, it } from 'vitest';
import { embeddedPrometheus, gaugeTarget } from '../../testing/embeddedPrometheus.ts';
import { mockServer } from '../../testing/mockServer.ts';
import { pageHost } from '../../testing/pageHost.tsx';
import type { WallBoard } from './playlist.ts';
import { Wall } from './Wall.tsx';

const open = pageHost();
const server = mockServer();

const text = (word: string) => ({ en: word, 'pt-BR': word });
const board: WallBoard = {
  pack: {
    ...{ id: 'shop', title: text('Shop'), description: text(''), detect: 'up', jobs: [], figures: [] },
    ...{ scrape: '', links: [], dashboards: [{ id: 'sales', title: text('Sales'), section: 'business' }] },
  },
  dashboardId: 'sales',
};
const panels = [{ id: 'sold', kind: 'stat', title: 'Sold', span: 4, height: 300, queries: [{ expr: 'sold' }] }];
const variables = [{ name: 'instance', query: 'label_values(sold, instance)', multi: true, all: true }];

/** The wall of a board whose panel, or row, repeats by instance. */
function openWall(repeating: 'panel' | 'row') {
  const repeat = { repeat: 'instance' };
  const row =
    repeating === 'row' ? { ...repeat, panels } : { panels: panels.map((panel) => ({ ...panel, ...repeat })) };
  server.use(
    http.get('*/api/packs/shop/sales', () =>
      HttpResponse.json({ title: 'Sales', section: 'business', variables, rows: [row] }),
    ),
  );
  open(<Wall boards={[board]} stay={30_000} timeZone="UTC" hasControls={false} />, '/kiosk/shop');
}

const panelIds = () => screen.queryAllByRole('region', { name: 'Sold' }).map(({ dataset }) => dataset.panelId);

it('shows as many repetitions of a panel as a screen holds, and counts the screens of all', async () => {
  const instances = Array.from({ length: 24 }, (_, i) => `shop-${i + 10}:80`);
  server.use(
    embeddedPrometheus({ targets: instances.map((instance) => gaugeTarget('shop', { sold: 3 }, { instance })) }),
  );
  openWall('panel');
  expect(await screen.findByText('1 / 4')).toBeDefined();
  expect(panelIds()).toEqual(instances.slice(0, 6).map((instance) => `sold--${instance}`));
  await waitFor(() => expect(document.querySelector('[data-state="loading"]')).toBeNull());
});

it.each(['panel', 'row'] as const)('counts a %s that cannot be repeated as failed', async (repeating) => {
  server.use(http.all('*/api/ds/:id/api/v1/*', () => new HttpResponse('no', { status: 500 })));
  openWall(repeating);
  expect(await screen.findByText(/1 panel failed/)).toBeDefined();
  expect(panelIds()).toEqual(['sold']);
});
