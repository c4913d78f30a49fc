// @vitest-environment happy-dom
import { render, screen, waitFor } from '@testing-library/react';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import type { PanelDataState } from '../data/panel/usePanelData.ts';
import { en } from '../i18n/en/index.ts';
import { dashboardSchema } from '../model/dashboard.ts';
import { createPrometheusClient } from '../prometheus/client.ts';
import type { QueryPlan } from '../prometheus/plan.ts';
import { createRangeCache } from '../prometheus/RangeCache.ts';
import { createRequestQueue } from '../prometheus/requestQueue.ts';
import { createServerClock } from '../prometheus/serverClock.ts';
import { createColorSlots } from './colorSlots.ts';
import { createCrosshair } from './crosshair.ts';
import Inspector from './Inspector.tsx';
import { findPanel, layOut } from './layout.ts';
import { BoardProvider, type BoardWorld } from './world.ts';

const noon = Date.UTC(2026, 0, 15, 12);
const plan: QueryPlan & { kind: 'instant' } = { kind: 'instant', dataSource: 'main', expr: 'up', time: noon };
const dashboard = v.parse(dashboardSchema, {
  title: 't',
  section: 'system',
  rows: [{ panels: [{ id: 'up', kind: 'stat', title: 'Up', queries: [{ expr: 'up' }] }] }],
});
const state: PanelDataState = {
  ...{ state: 'loading', error: null, completeness: 'complete', warnings: [], isFetching: true, isCurrent: false },
  ...{
    data: { results: [], alerts: [], targets: [] },
    plans: [plan],
    scrapeInterval: 15_000,
    answers: [],
    retry: () => {},
  },
  reductions: { panel: dashboard.rows[0]?.panels[0] ?? expect.fail(), chosen: new Map(), choose: () => {} },
};

/** The inspector of a panel whose page may have one request in flight; what is given stands instead of what the panel has. */
function open(given: Partial<PanelDataState> = {}) {
  const asked: string[] = [];
  const client = createPrometheusClient({
    baseUrl: 'http://gateway.test',
    async fetch(url) {
      asked.push(String(url));
      return Response.json({ status: 'success', data: 'as the server said it' });
    },
  });
  const queue = createRequestQueue(1);
  const world: BoardWorld = {
    ...{ dashboard, surface: 'page', language: 'en', messages: en, theme: 'light', timeZone: 'UTC' },
    dataSource: {
      ...{ id: 'main', name: 'Main', client, queue },
      ...{ ranges: createRangeCache(client), clock: createServerClock(client) },
    },
    ...{
      crosshair: createCrosshair(),
      colorSlots: createColorSlots(),
      firing: { byName: new Map(), error: null, warnings: [] },
      links: null,
      only: null,
    },
    ...{ scrapeInterval: () => 15_000, obstacle: () => null, grafanaUrl: () => null, onZoom: () => {} },
    ...{ step: undefined, onPlans: undefined },
  };
  const instance = findPanel(layOut(dashboard, new Map()), 'up') ?? expect.fail();
  const inspector = (time: number, expr = 'up') => (
    <BoardProvider value={world}>
      <Inspector
        instance={instance}
        title="Up"
        state={{ ...state, plans: [{ ...plan, expr, time }], ...given }}
        table={null}
        onClose={() => {}}
      />
    </BoardProvider>
  );
  const { rerender } = render(inspector(noon));
  return { asked, queue, tick: (time: number, expr?: string) => rerender(inspector(time, expr)) };
}

it('asks for the raw answer when the page has a request to spare', async () => {
  const { asked, queue } = open();
  let end = () => {};
  const busy = queue.run(
    () => 0,
    undefined,
    () =>
      new Promise<void>((resolve) => {
        end = resolve;
      }),
  );
  await waitFor(() => expect(queue.isIdle()).toBe(false));
  screen.getByRole('button', { name: 'Ask the server', hidden: true }).click();
  expect(asked).toEqual([]);
  end();
  await busy;
  expect(await screen.findByText(/as the server said it/)).toBeDefined();
  expect(asked).toHaveLength(1);
});

it('keeps the raw answer, the moment it is of and the focus while the board goes on', async () => {
  const { asked, tick } = open();
  const ask = screen.getByRole('button', { name: 'Ask the server', hidden: true });
  ask.focus();
  ask.click();
  expect(await screen.findByText(/as the server said it/)).toBeDefined();
  tick(noon + 30_000);
  expect(screen.getByText(/as the server said it/)).toBeDefined();
  expect(screen.getByText('one point · Jan 15, 2026, 12:00:30 PM')).toBeDefined();
  expect(screen.getByText('one point · Jan 15, 2026, 12:00:00 PM')).toBeDefined();
  expect(document.activeElement).toBe(ask);
  ask.click();
  await waitFor(() => expect(asked).toHaveLength(2));
  await waitFor(() => expect(screen.getAllByText('one point · Jan 15, 2026, 12:00:30 PM')).toHaveLength(2));
});

it('says of each query what came of it, of the one a time ago too', () => {
  const series = { labels: {}, values: new Float64Array([1]), present: null, histograms: null };
  const frame = { kind: 'instant', times: new Float64Array([noon]), step: 0, series: [series] } as const;
  const result = { frame, warnings: [], infos: [], isPartial: false, capped: null, stats: null };
  open({
    plans: [plan, { ...plan, time: noon - 3_600_000 }],
    answers: [{ plan, result, took: 12, answeredAt: noon }, null],
  });
  expect(screen.getAllByText('answered in 12 ms · 1 series, 1 samples')).toHaveLength(1);
  expect(screen.getAllByText('No answer yet')).toHaveLength(1);
});

it('keeps the raw answer to an expression that is another at each tick', async () => {
  const { tick } = open();
  screen.getByRole('button', { name: 'Ask the server', hidden: true }).click();
  expect(await screen.findByText(/as the server said it/)).toBeDefined();
  tick(noon + 30_000, 'up[30s]');
  expect(screen.getByText(/as the server said it/)).toBeDefined();
  // As written, and as asked for the raw answer.
  expect(screen.getAllByText('up', { selector: 'pre' })).toHaveLength(2);
});
