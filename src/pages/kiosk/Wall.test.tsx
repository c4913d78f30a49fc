// @vitest-environment happy-dom
import { act, screen } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { expect, it, vi } from 'vitest';
import { mockServer } from '../../testing/mockServer.ts';
import { pageHost } from '../../testing/pageHost.tsx';
import type { WallBoard } from './playlist.ts';
import { Wall } from './Wall.tsx';

const world = { isBroken: true };
vi.mock('./WallScreen.tsx', () => ({
  WallScreen: () => {
    if (world.isBroken) throw new Error('not drawn');
    return <p>the board</p>;
  },
}));

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

it('draws a board that crashed again after its stay, though it is the only one', async () => {
  server.use(
    http.get('*/api/packs/shop/sales', () =>
      HttpResponse.json({
        title: 'Sales',
        section: 'business',
        rows: [{ panels: [{ id: 'sold', kind: 'stat', title: 'Sold', queries: [{ expr: 'sold' }] }] }],
      }),
    ),
  );
  // React and the boundary tell of the crash.
  vi.spyOn(console, 'error').mockImplementation(() => {});
  open(<Wall boards={[board]} stay={50} timeZone="UTC" hasControls={false} />, '/kiosk/shop');
  expect(await screen.findByText('This board could not be loaded.')).toBeDefined();
  act(() => {
    world.isBroken = false;
  });
  expect(await screen.findByText('the board')).toBeDefined();
});
