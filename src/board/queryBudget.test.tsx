// @vitest-environment happy-dom
import { act, waitFor } from '@testing-library/react';
import * as v from 'valibot';
import { afterEach, expect, it, vi } from 'vitest';
import { createPrometheus } from '../../mocks/prometheus/prometheus.ts';
import { createDataSources } from '../data/source/dataSource.ts';
import { configSchema } from '../model/config.ts';
import { dashboardSchema } from '../model/dashboard.ts';
import { showBoard } from '../testing/board.tsx';
import { gaugeTarget } from '../testing/embeddedPrometheus.ts';
import { fakeLayout } from '../testing/layout.ts';
import { noon } from '../testing/panelProps.ts';
import { tapPrometheus } from '../testing/tappedPrometheus.ts';
import { standStill } from '../testing/time.ts';
import { Board } from './Board.tsx';

const layout = fakeLayout();
standStill();

afterEach(() => void vi.unstubAllGlobals());

const config = v.parse(configSchema, { dataSources: [{ id: 'main', name: 'Main', kind: 'prometheus' }] });
const panels = Array.from({ length: 12 }, (_, i) => ({
  id: `p${i}`,
  kind: 'stat',
  title: `Panel ${i}`,
  queries: [{ expr: `streams + ${i}` }],
}));
/** A dozen panels; one of them is judged by an alert, so that alerts are asked for as well. */
const dashboard = v.parse(dashboardSchema, {
  title: 't',
  section: 'business',
  variables: [{ name: 'site', query: 'label_values(streams, site)' }],
  rows: [{ panels: [...panels, { ...panels[0], id: 'judged', title: 'Judged', alerts: ['Down'] }] }],
});

interface Traffic {
  readonly queries: string[];
  readonly endpoints: string[];
  inFlight: number;
  most: number;
  aborted: number;
}

/** A board over the embedded Prometheus, whose answers come when `release` lets them, and what goes over the wire. */
function renderBoard({ refresh = 30_000, runsHidden = false }: { refresh?: number | null; runsHidden?: boolean } = {}) {
  const respond = createPrometheus({ targets: [gaugeTarget('streaming', { streams: 3 })], ruleFiles: [] });
  let release = () => {};
  let held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const server = tapPrometheus(respond, () => held);
  const traffic: Traffic = { queries: [], endpoints: [], inFlight: 0, most: 0, aborted: 0 };
  vi.stubGlobal('fetch', async (input: string, init: RequestInit) => {
    const query = init.body instanceof URLSearchParams ? init.body.get('query') : null;
    if (query !== null) traffic.queries.push(query);
    traffic.endpoints.push(new URL(input, location.href).pathname.replace(/^.*\/v1\//, ''));
    traffic.inFlight++;
    traffic.most = Math.max(traffic.most, traffic.inFlight);
    const gone = new Promise<never>((_, reject) => {
      init.signal?.addEventListener('abort', () => {
        traffic.aborted++;
        reject(new DOMException('aborted', 'AbortError'));
      });
    });
    try {
      return await Promise.race([server.fetch(input, { ...init, signal: null }), gone]);
    } finally {
      traffic.inFlight--;
    }
  });
  const dataSources = createDataSources(config);
  const dataSource = dataSources.get('main');
  if (dataSource === undefined) throw new Error('there is no data source');
  const { unmount } = showBoard({ dashboard, dataSource, config, refresh, runsHidden }, (given) => (
    <Board {...given} />
  ));
  return {
    traffic,
    unmount,
    release: () => {
      release();
      held = Promise.resolve();
    },
    /** What was asked since the last call. */
    asked: () => traffic.queries.splice(0).filter((query) => query.startsWith('streams +')),
  };
}

// By role would be asked hundreds of times here, and is slow.
const stateOf = (id: string) => document.querySelector<HTMLElement>(`[data-panel-id="${id}"]`)?.dataset.state;
const allReady = () =>
  waitFor(() => {
    for (const { id } of panels) expect(stateOf(id)).toBe('ready');
  });
const setHidden = (isHidden: boolean) => {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(isHidden);
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(isHidden ? 'hidden' : 'visible');
  act(() => void document.dispatchEvent(new Event('visibilitychange')));
};
const settle = () => act(() => new Promise<void>((resolve) => setImmediate(resolve)));

it('has six requests in flight at most, lists and clock included, and sends each plan once', async () => {
  const { traffic, release, asked } = renderBoard();
  await waitFor(() => expect(traffic.inFlight).toBe(6));
  await settle();
  expect(traffic.inFlight).toBe(6);
  release();
  await allReady();
  await waitFor(() =>
    expect(traffic.endpoints).toEqual(expect.arrayContaining(['alerts', 'targets', 'query', 'label/site/values'])),
  );
  expect(traffic.most).toBe(6);
  expect(asked().sort()).toEqual(panels.map(({ queries: [query] }) => query?.expr ?? '').sort());
});

it('drops what is scrolled away before it was sent, and asks for it when it comes back', async () => {
  const { traffic, release, asked } = renderBoard();
  await waitFor(() => expect(traffic.inFlight).toBe(6));
  act(() => layout.setInView(false));
  release();
  await waitFor(() => expect(traffic.inFlight).toBe(0));
  expect(asked().length).toBeLessThanOrEqual(6);
  act(() => layout.setInView(true));
  await allReady();
});

it('reaches fetch with the abort when the page is left', async () => {
  const { traffic, unmount, asked } = renderBoard();
  await waitFor(() => expect(traffic.inFlight).toBe(6));
  const sent = asked();
  unmount();
  await settle();
  expect(traffic).toMatchObject({ inFlight: 0, aborted: 6 });
  expect(sent.length + asked().length).toBeLessThanOrEqual(6);
});

it('asks nothing more once it is hidden, and everything once when it is shown again', async () => {
  const { traffic, release, asked } = renderBoard();
  await waitFor(() => expect(traffic.inFlight).toBe(6));
  setHidden(true);
  release();
  await waitFor(() => expect(traffic.inFlight).toBe(0));
  await settle();
  expect(traffic.endpoints).toHaveLength(6);
  asked();
  vi.setSystemTime(noon + 3_600_000);
  setHidden(false);
  await allReady();
  expect(asked().sort()).toEqual(panels.map(({ queries: [query] }) => query?.expr ?? '').sort());
});

it.each([
  ['live', 30_000],
  ['with its refresh off', null],
])('asks what was left out when a board %s is shown again at once', async (_, refresh) => {
  setHidden(true);
  const { traffic, release } = renderBoard({ refresh });
  release();
  await settle();
  expect(traffic.endpoints).toEqual([]);
  setHidden(false);
  await allReady();
});

it('asks while hidden on a wall', async () => {
  setHidden(true);
  const { release } = renderBoard({ runsHidden: true });
  release();
  await allReady();
});
