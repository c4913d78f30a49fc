// @vitest-environment happy-dom
import { QueryClientProvider } from '@tanstack/react-query';
import { act, render, screen, waitFor, within } from '@testing-library/react';
import * as v from 'valibot';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createPrometheus } from '../../mocks/prometheus/prometheus.ts';
import type { RuleFile } from '../../mocks/prometheus/types.ts';
import type { DataSource } from '../data/dataSource.ts';
import { MessagesProvider } from '../data/messages.tsx';
import { createQueryClient } from '../data/queryClient.ts';
import { ServicesProvider } from '../data/services.tsx';
import { type BoardClock, useBoardClock } from '../data/useBoardClock.ts';
import { useVariables } from '../data/useVariables.ts';
import { en } from '../i18n/en/index.ts';
import { configSchema } from '../model/config.ts';
import { type Dashboard, dashboardSchema } from '../model/dashboard.ts';
import { createPrometheusClient } from '../prometheus/client.ts';
import { createRangeCache } from '../prometheus/RangeCache.ts';
import { createRequestQueue } from '../prometheus/requestQueue.ts';
import { createServerClock } from '../prometheus/serverClock.ts';
import { gaugeTarget } from '../testing/embeddedPrometheus.ts';
import { fakeLayout } from '../testing/layout.ts';
import { type AskedRequest, type Responder, tapPrometheus } from '../testing/tappedPrometheus.ts';
import { Board, type BoardProps } from './Board.tsx';

const layout = fakeLayout();

afterEach(() => {
  vi.useRealTimers();
});

const panel = { id: 'streams', kind: 'stat', title: 'Active streams', queries: [{ expr: 'streams' }] };
const dashboardOf = (...panels: object[]) =>
  v.parse(dashboardSchema, { title: 't', section: 'business', rows: [{ panels }] });
/** A Prometheus that has always read so many streams at the site `north`. */
const serve = (streams: number | ((time: number) => number), ruleFiles: readonly RuleFile[] = []): Responder =>
  createPrometheus({ targets: [gaugeTarget('streaming', { streams }, { labels: { site: 'north' } })], ruleFiles });
const refuse = () => new Response('no', { status: 500, headers: { 'content-type': 'text/plain' } });

function renderBoard(
  dashboard: Dashboard,
  respond: Responder,
  props: Partial<BoardProps> = {},
  delay?: (request: AskedRequest) => Promise<void> | undefined,
  refresh: number | null = 30_000,
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
  const config = v.parse(configSchema, {});
  let clock: BoardClock | null = null;
  function Host() {
    const boardClock = useBoardClock({
      dataSource,
      range: { from: 'now-1h', to: 'now' },
      refresh,
      timeZone: 'UTC',
    });
    clock = boardClock;
    const variables = useVariables({ dashboard, chosen: new Map(), dataSource, clock: boardClock });
    return (
      <Board
        system="gt-vision"
        dashboard={dashboard}
        dataSource={dataSource}
        clock={boardClock}
        variables={variables}
        surface="page"
        theme="light"
        timeZone="UTC"
        onZoom={() => {}}
        grafanaUrl={() => null}
        {...props}
      />
    );
  }
  render(
    <QueryClientProvider client={createQueryClient()}>
      <ServicesProvider services={{ config, hosting: 'gateway', dataSources: new Map([['main', dataSource]]) }}>
        <MessagesProvider language="en" initial={{ language: 'en', messages: en }}>
          <Host />
        </MessagesProvider>
      </ServicesProvider>
    </QueryClientProvider>,
  );
  return { server, tick: () => act(() => clock?.refreshNow()) };
}

const region = (name: string) => screen.getByRole('region', { name });
const stateOf = (name: string) => region(name).dataset.state;

describe('a panel', () => {
  it('goes from loading to ready and draws its answer', async () => {
    renderBoard(dashboardOf(panel), serve(142));
    expect(stateOf('Active streams')).toBe('loading');
    await waitFor(() => expect(stateOf('Active streams')).toBe('ready'));
    expect(within(region('Active streams')).getAllByText(/142/).length).toBeGreaterThan(0);
    expect(region('Active streams').dataset).toMatchObject({
      panelId: 'streams',
      panelKind: 'stat',
      freshness: 'live',
      completeness: 'complete',
    });
  });

  it('says what happened when there was never an answer, and asks again on demand', async () => {
    const { server } = renderBoard(dashboardOf(panel), refuse);
    await waitFor(() => expect(stateOf('Active streams')).toBe('error'));
    server.answerWith(serve(7));
    act(() => within(region('Active streams')).getByRole('button', { name: 'Try again' }).click());
    await waitFor(() => expect(stateOf('Active streams')).toBe('ready'));
  });

  it('keeps its frames through a failure, names it in the head, and heals with the next tick', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 0, 1, 12) });
    const { server, tick } = renderBoard(dashboardOf(panel), serve(142));
    await waitFor(() => expect(stateOf('Active streams')).toBe('ready'));
    server.answerWith(refuse);
    vi.setSystemTime(Date.now() + 30_000);
    tick();
    await within(region('Active streams')).findByText(/500/);
    expect(stateOf('Active streams')).toBe('ready');
    expect(within(region('Active streams')).getAllByText(/142/).length).toBeGreaterThan(0);
    server.answerWith(serve(99));
    vi.setSystemTime(Date.now() + 30_000);
    tick();
    await waitFor(() => expect(within(region('Active streams')).queryByText(/500/)).toBeNull());
    expect(within(region('Active streams')).getAllByText(/99/).length).toBeGreaterThan(0);
  });

  it('says how old its data is when nothing new comes, late first and then stale, and never blanks', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true, now: Date.UTC(2026, 0, 1, 12) });
    const { server } = renderBoard(dashboardOf(panel), serve(142));
    await waitFor(() => expect(stateOf('Active streams')).toBe('ready'));
    server.answerWith(refuse);
    await act(() => vi.advanceTimersByTimeAsync(100_000));
    expect(region('Active streams').dataset.freshness).toBe('late');
    expect(within(region('Active streams')).getByText('1 min 40 s old')).toBeDefined();
    vi.setSystemTime(Date.now() + 490_000);
    await act(() => vi.advanceTimersByTimeAsync(10_000));
    expect(region('Active streams').dataset).toMatchObject({ freshness: 'stale', state: 'ready' });
    expect(within(region('Active streams')).getByText('10 min old')).toBeDefined();
    expect(within(region('Active streams')).getAllByText(/142/).length).toBeGreaterThan(0);
    server.answerWith(serve(143));
    await act(() => vi.advanceTimersByTimeAsync(30_000));
    await waitFor(() => expect(region('Active streams').dataset.freshness).toBe('live'));
  });

  it('grows old also while the server hangs: a question without an answer does not hold the clock', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true, now: Date.UTC(2026, 0, 1, 12) });
    let isHanging = false;
    renderBoard(dashboardOf(panel), serve(142), {}, () => (isHanging ? new Promise(() => {}) : undefined));
    await waitFor(() => expect(stateOf('Active streams')).toBe('ready'));
    isHanging = true;
    await act(() => vi.advanceTimersByTimeAsync(59_000));
    expect(region('Active streams').dataset.freshness).toBe('live');
    await act(() => vi.advanceTimersByTimeAsync(3_000));
    expect(region('Active streams').dataset.freshness).toBe('late');
    await act(() => vi.advanceTimersByTimeAsync(90_000));
    expect(region('Active streams').dataset).toMatchObject({ freshness: 'stale', state: 'ready' });
    expect(within(region('Active streams')).getByText('142')).toBeDefined();
  });

  it('says as of when it is, where nothing is asked by itself', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 0, 1, 12, 34) });
    renderBoard(dashboardOf(panel), serve(142), {}, undefined, null);
    await waitFor(() => expect(stateOf('Active streams')).toBe('ready'));
    expect(region('Active streams').dataset.freshness).toBe('still');
    expect(within(region('Active streams')).getByText(/^as of 12:34/)).toBeDefined();
  });

  it('is not drawn before all of its queries have answered', async () => {
    const two = { ...panel, queries: [{ expr: 'fast' }, { expr: 'slow' }] };
    let release = () => {};
    const slow = new Promise<void>((resolve) => {
      release = resolve;
    });
    const prometheus = createPrometheus({ targets: [gaugeTarget('a', { fast: 8, slow: 8 })], ruleFiles: [] });
    const { server } = renderBoard(dashboardOf(two), prometheus, {}, (request) =>
      request.parameters.get('query') === 'slow' ? slow : undefined,
    );
    await waitFor(() => expect(server.requests.map(({ parameters }) => parameters.get('query'))).toContain('slow'));
    await waitFor(() => expect(server.answered).toContain('fast'));
    expect(stateOf('Active streams')).toBe('loading');
    release();
    await waitFor(() => expect(stateOf('Active streams')).toBe('ready'));
  });

  it('never takes the time it compares with for now, also when both fail', async () => {
    const start = Date.UTC(2026, 0, 1, 12);
    vi.useFakeTimers({ toFake: ['Date'], now: start });
    const compared = { ...panel, options: { compare: '1h' } };
    const halfAnHourAgo = start - 1_800_000;
    const { server, tick } = renderBoard(
      dashboardOf(compared),
      serve((time) => (time < halfAnHourAgo ? 17 : 12)),
    );
    const shown = () => within(region('Active streams'));
    await waitFor(() => expect(stateOf('Active streams')).toBe('ready'));
    expect(shown().getByText('12')).toBeDefined();
    server.answerWith(refuse);
    vi.setSystemTime(Date.now() + 30_000);
    tick();
    await shown().findByText(/500/);
    expect(shown().getByText('12')).toBeDefined();
    expect(shown().queryByText('17')).toBeNull();
  });

  it('asks nothing while it is out of view', async () => {
    layout.setInView(false);
    const { server } = renderBoard(dashboardOf(panel), serve(1));
    await waitFor(() => expect(server.requests.some(({ endpoint }) => endpoint === 'targets')).toBe(true));
    expect(server.requests.some(({ endpoint }) => endpoint === 'query_range')).toBe(false);
    act(() => layout.setInView(true));
    await waitFor(() => expect(stateOf('Active streams')).toBe('ready'));
  });

  it('says why it is empty: no such metric', async () => {
    renderBoard(dashboardOf(panel), createPrometheus({ targets: [], ruleFiles: [] }));
    await within(region('Active streams')).findByText('No such metric on this server.');
    expect(stateOf('Active streams')).toBe('empty');
  });

  it('says why it is empty: the filters match nothing', async () => {
    const filtered = { ...panel, queries: [{ expr: 'streams{site="x"}' }] };
    renderBoard(dashboardOf(filtered), serve(1));
    await within(region('Active streams')).findByText('The label filters match nothing.');
  });

  it('says where its options are wrong, and leaves the others alone', async () => {
    const wrong = { ...panel, id: 'wrong', title: 'Wrong', options: { colour: 'red' } };
    renderBoard(dashboardOf(wrong, panel), serve(5));
    await within(region('Wrong')).findByText('The dashboard file is wrong here.');
    await waitFor(() => expect(stateOf('Active streams')).toBe('ready'));
  });
});

describe('a board', () => {
  it('sends equal queries once', async () => {
    const { server } = renderBoard(dashboardOf(panel, { ...panel, id: 'again', title: 'Again' }), serve(3));
    await waitFor(() => expect(stateOf('Again')).toBe('ready'));
    expect(server.requests.filter(({ endpoint }) => endpoint === 'query_range')).toHaveLength(1);
  });

  it.each([
    ['below that of its row', 'page', null, 'Cameras', 3],
    ['where its row has none, of the level of a row', 'page', null, undefined, 2],
    ['on a wall, which shows no titles of rows, of that level too', 'wall', null, 'Cameras', 2],
    ['alone in a frame, the first of all', 'embed', 'streams', 'Cameras', 1],
  ] as const)('has a heading %s', async (_, surface, only, title, level) => {
    const rows = [{ panels: [panel], ...(title && { title }) }];
    renderBoard(v.parse(dashboardSchema, { title: 't', section: 'business', rows }), serve(142), { surface, only });
    expect(screen.getByRole('heading', { name: 'Active streams', level })).toBeDefined();
    await waitFor(() => expect(stateOf('Active streams')).toBe('ready'));
  });

  it('colors the panel that a firing alert of its own system judges', async () => {
    const judged = { ...panel, alerts: ['NoActiveStreams'] };
    const other = { ...panel, id: 'other', title: 'Of another system', alerts: ['ServiceDown'] };
    const now = Date.UTC(2026, 0, 1, 12);
    vi.useFakeTimers({ toFake: ['Date'], now });
    const ruleOf = (alert: string, system: string) => ({
      alert,
      expr: 'streams == 0',
      labels: { severity: 'warning', system },
    });
    const rules = [ruleOf('NoActiveStreams', 'gt-vision'), ruleOf('ServiceDown', 'mordomo')];
    const file = { path: 'rules.yml', content: JSON.stringify({ groups: [{ name: 'streams', rules }] }) };
    // Not before the next scrape and then the next evaluation is it seen, each up to 15 s later.
    const streams = (time: number) => Number(time < now - 455_000);
    renderBoard(dashboardOf(judged, other), serve(streams, [file]));
    await within(region('Active streams')).findByText(/^warning, 7 min/);
    expect(region('Active streams').dataset.alert).toBe('warning');
    expect(region('Of another system').dataset.alert).toBeUndefined();
  });

  it('waits for the variables that a query uses', async () => {
    const dashboard = v.parse(dashboardSchema, {
      title: 't',
      section: 'business',
      variables: [{ name: 'site', query: 'label_values(streams, site)' }],
      rows: [{ panels: [{ ...panel, queries: [{ expr: 'streams{site="$site"}' }] }] }],
    });
    const { server } = renderBoard(dashboard, serve(4));
    await waitFor(() => expect(stateOf('Active streams')).toBe('ready'));
    const asked = server.requests.filter(({ endpoint }) => endpoint === 'query_range');
    expect(asked.map(({ parameters }) => parameters.get('query'))).toEqual(['streams{site="north"}']);
  });

  it('says so in the panels when a variable that they use cannot be had, and heals', async () => {
    const dashboard = v.parse(dashboardSchema, {
      title: 't',
      section: 'business',
      variables: [{ name: 'site', query: 'label_values(streams, site)' }],
      rows: [{ panels: [{ ...panel, queries: [{ expr: 'streams{site="$site"}' }] }] }],
    });
    const { server, tick } = renderBoard(dashboard, refuse);
    await waitFor(() => expect(stateOf('Active streams')).toBe('error'));
    expect(within(region('Active streams')).getByText(/500/)).toBeDefined();
    server.answerWith(serve(4));
    tick();
    await waitFor(() => expect(stateOf('Active streams')).toBe('ready'));
  });

  it('shows one panel alone, and says when there is none', async () => {
    renderBoard(dashboardOf(panel), serve(3), { only: 'nobody' });
    await screen.findByText('This board has no panel “nobody”.');
  });

  it('draws nothing of a closed row until it is opened', async () => {
    const dashboard = v.parse(dashboardSchema, {
      title: 't',
      section: 'business',
      rows: [{ title: 'Deep dive', collapsed: true, panels: [panel] }],
    });
    const onToggleRow = vi.fn();
    const { server } = renderBoard(dashboard, serve(3), { onToggleRow });
    const button = screen.getByRole('button', { name: /Deep dive/ });
    expect(button.getAttribute('aria-expanded')).toBe('false');
    button.click();
    expect(onToggleRow).toHaveBeenCalledWith('0', true);
    await waitFor(() => expect(server.requests.some(({ endpoint }) => endpoint === 'targets')).toBe(true));
    expect(server.requests.some(({ endpoint }) => endpoint === 'query_range')).toBe(false);
  });
});
