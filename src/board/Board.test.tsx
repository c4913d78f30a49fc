// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import * as v from 'valibot';
import { expect, it, vi } from 'vitest';
import { dashboardSchema } from '../model/dashboard.ts';
import { boardHost, dashboardOf, refuse, region, serveStreams, stateOf, streamsPanel } from '../testing/board.tsx';
import { noon } from '../testing/panelProps.ts';
import { type Responder, remarking } from '../testing/tappedPrometheus.ts';
import { Board, type BoardProps } from './Board.tsx';

const { renderBoard } = boardHost((given, props: Partial<BoardProps>) => <Board {...given} {...props} />);

it('sends equal queries once', async () => {
  const { server } = renderBoard(
    dashboardOf(streamsPanel, { ...streamsPanel, id: 'again', title: 'Again' }),
    serveStreams(3),
  );
  await waitFor(() => expect(stateOf('Again')).toBe('ready'));
  expect(server.requests.filter(({ endpoint }) => endpoint === 'query_range')).toHaveLength(1);
});

it.each([
  ['below that of its row', 'page', null, 'Cameras', 3],
  ['where its row has none, of the level of a row', 'page', null, undefined, 2],
  ['on a wall, which shows no titles of rows, of that level too', 'wall', null, 'Cameras', 2],
  ['alone in a frame, the first of all', 'embed', 'streams', 'Cameras', 1],
] as const)('has a heading %s', async (_, surface, only, title, level) => {
  const rows = [{ panels: [streamsPanel], ...(title && { title }) }];
  renderBoard(v.parse(dashboardSchema, { title: 't', section: 'business', rows }), serveStreams(142), {
    props: { surface, only },
  });
  expect(screen.getByRole('heading', { name: 'Active streams', level })).toBeDefined();
  await waitFor(() => expect(stateOf('Active streams')).toBe('ready'));
});

it.each([
  ['warning', 'warning'],
  ['page', 'critical'],
  ['Medium', 'warning'],
  ['low', 'info'],
  ['of no meaning', 'info'],
])('colors the panel that a firing alert of its own system judges: %s is %s', async (severity, tone) => {
  const judged = { ...streamsPanel, alerts: ['NoActiveStreams'] };
  const other = { ...streamsPanel, id: 'other', title: 'Of another system', alerts: ['ServiceDown'] };
  const ruleOf = (alert: string, system: string) => ({
    alert,
    expr: 'streams == 0',
    labels: { severity, system },
  });
  const rules = [ruleOf('NoActiveStreams', 'gt-vision'), ruleOf('ServiceDown', 'mordomo')];
  const file = { path: 'rules.yml', content: JSON.stringify({ groups: [{ name: 'streams', rules }] }) };
  // Not before the next scrape and then the next evaluation is it seen, each up to 15 s later.
  const streams = (time: number) => Number(time < noon - 455_000);
  renderBoard(dashboardOf(judged, other), serveStreams(streams, [file]));
  await within(region('Active streams')).findByText(new RegExp(`^${tone}, 7 min`));
  expect(region('Active streams').dataset.alert).toBe(tone);
  expect(region('Of another system').dataset.alert).toBeUndefined();
});

it.each([
  ['claims no alert that it could not ask for again', true],
  ['is not quiet where it never could ask for alerts', false],
])('%s', async (_, wasAnswered) => {
  const judged = { ...streamsPanel, alerts: ['NoActiveStreams'] };
  const plain = { ...streamsPanel, id: 'plain', title: 'Judged by none' };
  const rule = {
    alert: 'NoActiveStreams',
    expr: 'streams == 0',
    labels: { severity: 'critical', system: 'gt-vision' },
  };
  const content = JSON.stringify({ groups: [{ name: 'streams', rules: [rule] }] });
  const served = serveStreams(0, [{ path: 'rules.yml', content }]);
  const withoutAlerts: Responder = (request) => (request.url.endsWith('/alerts') ? refuse(request) : served(request));
  const { server, tick } = renderBoard(dashboardOf(judged, plain), wasAnswered ? served : withoutAlerts);
  const panel = within(region('Active streams'));
  if (wasAnswered) {
    await panel.findByText(/^critical, /);
    server.answerWith(withoutAlerts);
    vi.setSystemTime(noon + 30_000);
    tick();
  }
  const tag = await panel.findByText('alerts unknown');
  expect(tag.title).toMatch(/500/);
  expect(panel.queryByText(/^critical, /)).toBeNull();
  expect(region('Active streams').dataset.alert).toBeUndefined();
  expect(within(region('Judged by none')).queryByText('alerts unknown')).toBeNull();
  server.answerWith(served);
  vi.setSystemTime(noon + 60_000);
  tick();
  await panel.findByText(/^critical, /);
  expect(panel.queryByText('alerts unknown')).toBeNull();
});

it('is not quiet where it knows of some of the alerts only, and says so of a list of them', async () => {
  const judged = { ...streamsPanel, alerts: ['NoActiveStreams'] };
  const list = { id: 'list', kind: 'alerts', title: 'List' };
  renderBoard(dashboardOf(judged, list), remarking(serveStreams(1), { alerts: { warnings: ['ruler-1 is away'] } }));
  const tag = await within(region('Active streams')).findByText('alerts unknown');
  expect(tag.title).toBe('ruler-1 is away');
  expect((await within(region('List')).findByText('partial')).title).toBe('ruler-1 is away');
  expect(region('List').dataset.completeness).toBe('partial');
});

it('leaves it to the wall to say so, which does once for all of its panels', async () => {
  const alerting = { ...streamsPanel, alerts: ['NoActiveStreams'] };
  const list = { id: 'list', kind: 'alerts', title: 'List' };
  const served = remarking(serveStreams(1), { alerts: { warnings: ['ruler-1 is away'] } });
  renderBoard(dashboardOf(alerting, list), served, { props: { surface: 'wall' } });
  await within(region('List')).findByText('partial');
  expect(screen.queryByText('alerts unknown')).toBeNull();
});

it('waits for the variables that a query uses', async () => {
  const dashboard = v.parse(dashboardSchema, {
    title: 't',
    section: 'business',
    variables: [{ name: 'site', query: 'label_values(streams, site)' }],
    rows: [{ panels: [{ ...streamsPanel, queries: [{ expr: 'streams{site="$site"}' }] }] }],
  });
  const { server } = renderBoard(dashboard, serveStreams(4));
  await waitFor(() => expect(stateOf('Active streams')).toBe('ready'));
  const asked = server.requests.filter(({ endpoint }) => endpoint === 'query_range');
  expect(asked.map(({ parameters }) => parameters.get('query'))).toEqual(['streams{site="north"}']);
});

it('says so in the panels when a variable that they use cannot be had, and heals', async () => {
  const dashboard = v.parse(dashboardSchema, {
    title: 't',
    section: 'business',
    variables: [{ name: 'site', query: 'label_values(streams, site)' }],
    rows: [{ panels: [{ ...streamsPanel, queries: [{ expr: 'streams{site="$site"}' }] }] }],
  });
  const { server, tick } = renderBoard(dashboard, refuse);
  await waitFor(() => expect(stateOf('Active streams')).toBe('error'));
  expect(within(region('Active streams')).getByText(/500/)).toBeDefined();
  server.answerWith(serveStreams(4));
  tick();
  await waitFor(() => expect(stateOf('Active streams')).toBe('ready'));
});

it('shows one panel alone, and says when there is none', async () => {
  renderBoard(dashboardOf(streamsPanel), serveStreams(3), { props: { only: 'nobody' } });
  await screen.findByText('This board has no panel “nobody”.');
});

/** A board whose panel or row repeats by the values of a variable. */
const repeating = (where: { row?: object; panel?: object }, variable: object = {}) =>
  v.parse(dashboardSchema, {
    ...{ title: 't', section: 'business' },
    variables: [{ name: 'site', label: 'Site', query: 'label_values(streams, site)', ...variable }],
    rows: [{ ...where.row, panels: [{ ...streamsPanel, ...where.panel }] }],
  });
const repeats = [
  ['a panel', { panel: { repeat: 'site' } }, {}, null],
  ['a panel, for All', { panel: { repeat: 'site' } }, { all: true, multi: true }, null],
  [
    'a panel that asks nothing',
    { panel: { repeat: 'site', kind: 'text', queries: [], options: { text: 'Read.' } } },
    {},
    null,
  ],
  ['a row', { row: { repeat: 'site' } }, {}, null],
  ['a row, for All', { row: { repeat: 'site' } }, { all: true, multi: true }, null],
  ['one panel alone', { panel: { repeat: 'site' } }, {}, 'streams'],
  ['one repetition alone', { panel: { repeat: 'site' } }, {}, 'streams--north'],
  ['one repetition alone, for All', { row: { repeat: 'site' } }, { all: true, multi: true }, 'streams--north'],
] as const;

it.each(repeats)('repeats %s when the values are known, and waits in its place until then', async (...given) => {
  const [, where, variable, only] = given;
  let tell = () => {};
  const told = new Promise<void>((resolve) => {
    tell = resolve;
  });
  renderBoard(repeating(where, variable), serveStreams(3), {
    props: { only },
    delay: ({ endpoint }) => (endpoint.startsWith('label') || endpoint === 'series' ? told : undefined),
  });
  expect(stateOf('Active streams')).toBe('loading');
  expect(screen.queryByText(/has no panel/)).toBeNull();
  tell();
  await waitFor(() => expect(region('Active streams').dataset.panelId).toBe('streams--north'));
  await waitFor(() => expect(stateOf('Active streams')).not.toBe('loading'));
});

it.each(repeats)('says where it repeats %s that the values cannot be had, and heals', async (...given) => {
  const [, where, variable, only] = given;
  const { server } = renderBoard(repeating(where, variable), refuse, { props: { only } });
  await waitFor(() => expect(stateOf('Active streams')).toBe('error'));
  expect(screen.queryByText(/has no panel/)).toBeNull();
  server.answerWith(serveStreams(3));
  within(region('Active streams')).getByRole('button', { name: 'Try again' }).click();
  await waitFor(() => expect(region('Active streams').dataset.panelId).toBe('streams--north'));
  await waitFor(() => expect(stateOf('Active streams')).not.toBe('loading'));
});

it.each(repeats)('says where it repeats %s that there are no values', async (...given) => {
  const [, where, variable, only] = given;
  const { server } = renderBoard(
    repeating(where, { ...variable, query: 'label_values(nobody, site)' }),
    serveStreams(3),
    {
      props: { only },
    },
  );
  await waitFor(() => expect(stateOf('Active streams')).toBe('empty'));
  expect(await within(region('Active streams')).findByText('The variable “Site” has no values.')).toBeDefined();
  expect(server.answered).not.toContain('streams');
});

it('says so where the variable that it repeats by hangs on one that cannot be had', async () => {
  const dashboard = v.parse(dashboardSchema, {
    ...{ title: 't', section: 'business' },
    variables: [
      { name: 'site', query: 'label_values(streams, site)' },
      { name: 'camera', query: 'label_values(streams{site="$site"}, camera)', all: true },
    ],
    rows: [{ panels: [{ ...streamsPanel, repeat: 'camera' }] }],
  });
  renderBoard(dashboard, refuse);
  await waitFor(() => expect(stateOf('Active streams')).toBe('error'));
});

it('says that there is no such repetition once the values are known', async () => {
  renderBoard(repeating({ panel: { repeat: 'site' } }), serveStreams(3), { props: { only: 'streams--south' } });
  await screen.findByText('This board has no panel “streams--south”.');
});

it('draws nothing of a closed row until it is opened', async () => {
  const dashboard = v.parse(dashboardSchema, {
    title: 't',
    section: 'business',
    rows: [{ title: 'Deep dive', collapsed: true, panels: [streamsPanel] }],
  });
  const onToggleRow = vi.fn();
  const { server } = renderBoard(dashboard, serveStreams(3), { props: { onToggleRow } });
  const button = screen.getByRole('button', { name: /Deep dive/ });
  expect(button.getAttribute('aria-expanded')).toBe('false');
  button.click();
  expect(onToggleRow).toHaveBeenCalledWith('0', true);
  await waitFor(() => expect(server.requests.some(({ endpoint }) => endpoint === 'targets')).toBe(true));
  expect(server.requests.some(({ endpoint }) => endpoint === 'query_range')).toBe(false);
});
