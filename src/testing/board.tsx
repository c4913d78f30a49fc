import { QueryClientProvider } from '@tanstack/react-query';
import { act, render, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import * as v from 'valibot';
import { vi } from 'vitest';
import { createPrometheus } from '../../mocks/prometheus/prometheus.ts';
import type { RuleFile } from '../../mocks/prometheus/types.ts';
import { createQueryClient } from '../data/asking/queryClient.ts';
import { type BoardClock, useBoardClock } from '../data/clock/useBoardClock.ts';
import { MessagesProvider } from '../data/services/messages.tsx';
import { ServicesProvider } from '../data/services/services.tsx';
import type { DataSource } from '../data/source/dataSource.ts';
import { useVariables } from '../data/variables/useVariables.ts';
import { en } from '../i18n/en/index.ts';
import { type AppConfig, configSchema } from '../model/config.ts';
import { type Dashboard, dashboardSchema } from '../model/dashboard.ts';
import { createPrometheusClient } from '../prometheus/client.ts';
import { createRangeCache } from '../prometheus/RangeCache.ts';
import { createRequestQueue } from '../prometheus/requestQueue.ts';
import { createServerClock } from '../prometheus/serverClock.ts';
import { gaugeTarget } from './embeddedPrometheus.ts';
import { fakeLayout } from './layout.ts';
import { type AskedRequest, type Responder, tapPrometheus } from './tappedPrometheus.ts';
import { standStill } from './time.ts';

/** A panel of one query, `streams`. */
export const streamsPanel = {
  id: 'streams',
  kind: 'stat',
  title: 'Active streams',
  queries: [{ expr: 'streams' }],
};

/** A dashboard with these panels in one row. */
export const dashboardOf = (...panels: object[]): Dashboard =>
  v.parse(dashboardSchema, { title: 't', section: 'business', rows: [{ panels }] });

/** A Prometheus that has always read so many streams at the site `north`. */
export const serveStreams = (
  streams: number | ((time: number) => number),
  ruleFiles: readonly RuleFile[] = [],
): Responder =>
  createPrometheus({ targets: [gaugeTarget('streaming', { streams }, { labels: { site: 'north' } })], ruleFiles });

/** A server that is out of order. */
export const refuse: Responder = () => new Response('no', { status: 500, headers: { 'content-type': 'text/plain' } });

/** The panel of this title. */
export const region = (title: string) => screen.getByRole('region', { name: title });
export const stateOf = (title: string) => region(title).dataset.state;

interface BoardOptions {
  readonly dashboard: Dashboard;
  readonly dataSource: DataSource;
  readonly config?: AppConfig;
  /** Ms. */
  readonly refresh?: number | null;
  readonly runsHidden?: boolean;
}

/** What a page gives to its board: the last hour, and values that do nothing. */
interface BoardGiven extends Pick<BoardOptions, 'dashboard' | 'dataSource'> {
  readonly system: string;
  readonly clock: BoardClock;
  readonly variables: ReturnType<typeof useVariables>;
  readonly surface: 'page';
  readonly theme: 'light';
  readonly timeZone: string;
  readonly onZoom: () => void;
  readonly grafanaUrl: () => null;
}

/** Draws a board as a page does. `tick` asks for what is now. */
export function showBoard(
  { dashboard, dataSource, config = v.parse(configSchema, {}), refresh = 30_000, runsHidden = false }: BoardOptions,
  draw: (given: BoardGiven) => ReactNode,
) {
  let shown: BoardClock | null = null;
  const fixed = { system: 'gt-vision', surface: 'page', theme: 'light', timeZone: 'UTC' } as const;
  const onZoom = () => {};
  const grafanaUrl = () => null;
  function Host() {
    const range = { from: 'now-1h', to: 'now' };
    const clock = useBoardClock({ dataSource, range, refresh, timeZone: 'UTC', runsHidden });
    shown = clock;
    const variables = useVariables({ dashboard, chosen: new Map(), dataSource, clock });
    return draw({ dashboard, dataSource, clock, variables, onZoom, grafanaUrl, ...fixed });
  }
  const services = { config, hosting: 'gateway', dataSources: new Map([['main', dataSource]]) } as const;
  const { unmount } = render(
    <QueryClientProvider client={createQueryClient()}>
      <ServicesProvider services={services}>
        <MessagesProvider language="en" initial={{ language: 'en', messages: en }}>
          <Host />
        </MessagesProvider>
      </ServicesProvider>
    </QueryClientProvider>,
  );
  return { unmount, tick: () => act(() => shown?.refreshNow()) };
}

interface TappedOptions<Props> {
  readonly props?: Partial<Props>;
  /** Holds an answer back. */
  readonly delay?: (request: AskedRequest) => Promise<void> | undefined;
  readonly refresh?: number | null;
}

/**
 * Lets a test file draw boards over a Prometheus that is tapped. It is noon, and stays noon until a test says otherwise: where
 * the clock runs, a board ticks in the middle of a test.
 */
export function boardHost<Props>(draw: (given: BoardGiven, props: Partial<Props>) => ReactNode) {
  const layout = fakeLayout();
  standStill();
  function renderBoard(
    dashboard: Dashboard,
    respond: Responder,
    { props = {}, delay, refresh = 30_000 }: TappedOptions<Props> = {},
  ) {
    const server = tapPrometheus(respond, delay);
    const client = createPrometheusClient({ baseUrl: '/api/ds/main', fetch: server.fetch });
    const dataSource: DataSource = {
      id: 'main',
      name: 'Main',
      client,
      ranges: createRangeCache(client),
      clock: createServerClock(client),
      queue: createRequestQueue(6),
    };
    const { tick } = showBoard({ dashboard, dataSource, refresh }, (given) => draw(given, props));
    return { server, tick };
  }
  return { layout, renderBoard };
}

/** While all timers are fake: lets happen whatever takes no time, until it is so. */
export async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await act(() => vi.advanceTimersByTimeAsync(0));
}
