// @vitest-environment happy-dom
import { act, waitFor, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { createPrometheus } from '../../mocks/prometheus/prometheus.ts';
import { boardHost, dashboardOf, refuse, region, serveStreams, stateOf, streamsPanel } from '../testing/board.tsx';
import { gaugeTarget } from '../testing/embeddedPrometheus.ts';
import { noon } from '../testing/panelProps.ts';
import { Board, type BoardProps } from './Board.tsx';

const { layout, renderBoard } = boardHost((given, props: Partial<BoardProps>) => <Board {...given} {...props} />);

it('goes from loading to ready and draws its answer', async () => {
  renderBoard(dashboardOf(streamsPanel), serveStreams(142));
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
  const { server } = renderBoard(dashboardOf(streamsPanel), refuse);
  await waitFor(() => expect(stateOf('Active streams')).toBe('error'));
  server.answerWith(serveStreams(7));
  act(() => within(region('Active streams')).getByRole('button', { name: 'Try again' }).click());
  await waitFor(() => expect(stateOf('Active streams')).toBe('ready'));
});

it('keeps its frames through a failure, names it in the head, and heals with the next tick', async () => {
  const { server, tick } = renderBoard(dashboardOf(streamsPanel), serveStreams(142));
  await waitFor(() => expect(stateOf('Active streams')).toBe('ready'));
  server.answerWith(refuse);
  vi.setSystemTime(Date.now() + 30_000);
  tick();
  await within(region('Active streams')).findByText(/500/);
  expect(stateOf('Active streams')).toBe('ready');
  expect(within(region('Active streams')).getAllByText(/142/).length).toBeGreaterThan(0);
  server.answerWith(serveStreams(99));
  vi.setSystemTime(Date.now() + 30_000);
  tick();
  await waitFor(() => expect(within(region('Active streams')).queryByText(/500/)).toBeNull());
  expect(within(region('Active streams')).getAllByText(/99/).length).toBeGreaterThan(0);
});

it('goes on saying why it failed until the next tick is answered', async () => {
  let held: Promise<void> | undefined;
  let release = () => {};
  const { server, tick } = renderBoard(dashboardOf(streamsPanel), refuse, { delay: () => held });
  await waitFor(() => expect(stateOf('Active streams')).toBe('error'));
  held = new Promise((resolve) => {
    release = resolve;
  });
  const asked = server.requests.length;
  vi.setSystemTime(Date.now() + 30_000);
  tick();
  await waitFor(() => expect(server.requests.length).toBeGreaterThan(asked));
  expect(stateOf('Active streams')).toBe('error');
  within(region('Active streams')).getByText(/500/);
  // Who asks once more is shown that it is asked, also where it is anyway.
  act(() => within(region('Active streams')).getByRole('button', { name: 'Try again' }).click());
  expect(stateOf('Active streams')).toBe('loading');
  server.answerWith(serveStreams(99));
  release();
  await waitFor(() => expect(stateOf('Active streams')).toBe('ready'));
  expect(within(region('Active streams')).queryByText(/500/)).toBeNull();
});

it('is not drawn before all of its queries have answered', async () => {
  const two = { ...streamsPanel, queries: [{ expr: 'fast' }, { expr: 'slow' }] };
  let release = () => {};
  const slow = new Promise<void>((resolve) => {
    release = resolve;
  });
  const prometheus = createPrometheus({ targets: [gaugeTarget('a', { fast: 8, slow: 8 })], ruleFiles: [] });
  const { server } = renderBoard(dashboardOf(two), prometheus, {
    delay: (request) => (request.parameters.get('query') === 'slow' ? slow : undefined),
  });
  await waitFor(() => expect(server.requests.map(({ parameters }) => parameters.get('query'))).toContain('slow'));
  await waitFor(() => expect(server.answered).toContain('fast'));
  expect(stateOf('Active streams')).toBe('loading');
  release();
  await waitFor(() => expect(stateOf('Active streams')).toBe('ready'));
});

it('never takes the time it compares with for now, also when both fail', async () => {
  const compared = { ...streamsPanel, options: { compare: '1h' } };
  const halfAnHourAgo = noon - 1_800_000;
  const { server, tick } = renderBoard(
    dashboardOf(compared),
    serveStreams((time) => (time < halfAnHourAgo ? 17 : 12)),
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
  const { server } = renderBoard(dashboardOf(streamsPanel), serveStreams(1));
  await waitFor(() => expect(server.requests.some(({ endpoint }) => endpoint === 'targets')).toBe(true));
  expect(server.requests.some(({ endpoint }) => endpoint === 'query_range')).toBe(false);
  act(() => layout.setInView(true));
  await waitFor(() => expect(stateOf('Active streams')).toBe('ready'));
});

it('says why it is empty: no such metric', async () => {
  renderBoard(dashboardOf(streamsPanel), createPrometheus({ targets: [], ruleFiles: [] }));
  await within(region('Active streams')).findByText('No such metric on this server.');
  expect(stateOf('Active streams')).toBe('empty');
});

it('says why it is empty: the filters match nothing', async () => {
  const filtered = { ...streamsPanel, queries: [{ expr: 'streams{site="x"}' }] };
  renderBoard(dashboardOf(filtered), serveStreams(1));
  await within(region('Active streams')).findByText('The label filters match nothing.');
});

/** Streams that are there until noon. */
const untilNoon = () =>
  createPrometheus({
    targets: [gaugeTarget('streaming', { streams: (time) => (time <= noon ? 1 : null) })],
    ruleFiles: [],
  });

it('says why it is empty as it is now, and not as it once was', async () => {
  const filtered = { ...streamsPanel, queries: [{ expr: 'max_over_time(streams[$__range]) > 500' }] };
  const { server, tick } = renderBoard(dashboardOf(filtered), untilNoon());
  await within(region('Active streams')).findByText('Nothing to show right now.');
  const asked = (endpoint: string) => server.requests.filter((request) => request.endpoint === endpoint).length;
  const before = asked('query_range');
  vi.setSystemTime(noon + 30_000);
  tick();
  await waitFor(() => expect(asked('query_range')).toBeGreaterThan(before));
  expect(asked('label/__name__/values')).toBe(1);
  vi.setSystemTime(noon + 20 * 60_000);
  tick();
  await within(region('Active streams')).findByText('The series ended at 11:59.');
});

it('says what became of a query that has no value beside one that has', async () => {
  const queries = [
    { expr: 'streams > 500', instant: true, legend: 'many' },
    { expr: 'vector(1)', instant: true, legend: 'one' },
  ];
  const { tick } = renderBoard(dashboardOf({ ...streamsPanel, kind: 'gauge', queries }), untilNoon());
  await within(region('Active streams')).findByText('no data');
  vi.setSystemTime(noon + 20 * 60_000);
  tick();
  await within(region('Active streams')).findByText(/^ended 20 min ago/);
});

it('says where its options are wrong, and leaves the others alone', async () => {
  const wrong = { ...streamsPanel, id: 'wrong', title: 'Wrong', options: { colour: 'red' } };
  renderBoard(dashboardOf(wrong, streamsPanel), serveStreams(5));
  await within(region('Wrong')).findByText('The dashboard file is wrong here.');
  await waitFor(() => expect(stateOf('Active streams')).toBe('ready'));
});
