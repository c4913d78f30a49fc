// @vitest-environment happy-dom
import '../testing/popover.ts';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type HttpHandler, HttpResponse, http } from 'msw';
import * as v from 'valibot';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createQueryClient } from '../data/asking/queryClient.ts';
import { createDataSources } from '../data/source/dataSource.ts';
import { en } from '../i18n/en/index.ts';
import { configSchema } from '../model/config.ts';
import { embeddedPrometheus, gaugeTarget } from '../testing/embeddedPrometheus.ts';
import { fakeLayout } from '../testing/layout.ts';
import { mockServer } from '../testing/mockServer.ts';
import { beginAtNoon } from '../testing/time.ts';
import { usePreferences } from '../view/preferences.ts';
import { App } from './App.tsx';

fakeLayout();
beginAtNoon();
const server = mockServer();

const text = (word: string) => ({ en: word, 'pt-BR': `${word} em português` });
const pack = (id: string, title: string) => ({
  id,
  title: text(title),
  description: text(`What ${title} is`),
  detect: `detect_${id}`,
  jobs: ['backend'],
  figures: [{ title: text('Streams'), expr: 'streams' }],
  scrape: `- job_name: ${id}`,
  links: [
    { title: text('Runbook'), url: `https://wiki.example/${id}` },
    { title: text('Status'), url: '/status' },
  ],
  dashboards: [
    { id: 'business', title: text('Business'), section: 'business' },
    { id: 'system', title: text('System'), section: 'system' },
  ],
});
const problem = { file: 'packs/broken/pack.yaml', line: 7, path: 'dashboards.0', message: 'a text is needed' };
const links = [
  { title: text('Handbook'), url: 'https://wiki.example/note' },
  { title: text('Its targets'), url: '/targets' },
];
const dashboard = (title: string) => ({
  title: text(title),
  section: 'business',
  range: 'now-6h',
  variables: [{ type: 'custom', name: 'site', options: ['north', 'gate'], multi: true, all: true }],
  rows: [
    {
      panels: [{ id: 'note', kind: 'text', title: text('Note'), options: { content: text(`About ${title}`) }, links }],
    },
  ],
});

const manyOffline = {
  alert: 'ManyOffline',
  expr: 'cameras_offline > 10',
  labels: { severity: 'critical', system: 'gt' },
  annotations: { summary: 'Many cameras are offline' },
};

/** A Prometheus that knows the system `gt`: one of its two targets is up, and one critical alert fires. */
const gtVision = (options: Parameters<typeof embeddedPrometheus>[0] = {}) =>
  embeddedPrometheus({
    ...options,
    targets: [
      gaugeTarget('backend', { detect_gt: 1, streams: 42, cameras_offline: 14 }),
      gaugeTarget('backend', {}, { instance: 'spare:80', isUp: false }),
    ],
    ruleFiles: [{ path: 'gt.yml', content: JSON.stringify({ groups: [{ name: 'cameras', rules: [manyOffline] }] }) }],
  });

interface Setup {
  readonly prometheus?: HttpHandler;
  readonly dataSources?: readonly string[];
  readonly problems?: readonly object[];
}

function open(address: string, { prometheus = gtVision(), dataSources = ['main'], problems = [] }: Setup = {}) {
  const index = { packs: [pack('gt', 'GT-Vision'), pack('other', 'Other')], problems };
  const dashboards: Record<string, object> = { business: dashboard('Business'), system: dashboard('System') };
  server.use(
    http.get('*/api/packs', () => HttpResponse.json(index)),
    http.get('*/api/packs/gt/:id', ({ params }) => {
      const found = dashboards[String(params.id)];
      return found ? HttpResponse.json(found) : new HttpResponse(null, { status: 404 });
    }),
    http.get('*/api/packs/:pack/:id', () => new HttpResponse(null, { status: 404 })),
    prometheus,
  );
  history.pushState(null, '', address);
  const named = (id: string) => ({ id, name: id, kind: 'prometheus' });
  const config = v.parse(configSchema, { dataSources: dataSources.map(named) });
  const services = { config, hosting: 'gateway', dataSources: createDataSources(config) } as const;
  render(<App queryClient={createQueryClient()} services={services} initial={{ language: 'en', messages: en }} />);
}

const pressKey = (key: string) => userEvent.keyboard(key);

beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener() {}, removeEventListener() {} }));
  usePreferences.setState({ theme: 'system', language: 'en', timeZone: 'utc', collapsedRows: {} });
});

describe('the overview', () => {
  it('shows the health of a system that is there, and how to add one that is not', async () => {
    open('/');
    const card = within(await screen.findByRole('region', { name: 'GT-Vision' }));
    expect(await card.findByText('1 of 2 targets up')).toBeDefined();
    expect(await card.findByText('1 critical')).toBeDefined();
    expect(await card.findByText('42')).toBeDefined();
    await card.findByRole('link', { name: 'Runbook' });
    const links = card.getAllByRole('link').map((link) => link.getAttribute('href'));
    expect(links).toEqual(['/d/gt/system', '/d/gt/business', 'https://wiki.example/gt', '/status', '/kiosk/gt']);
    const missing = within(screen.getByRole('region', { name: 'Not found on this server' }));
    expect(missing.getByText('- job_name: other')).toBeDefined();
    expect(document.documentElement.dataset.app).toBe('ready');
    expect(document.title).toBe('Overview · Mirante');
  });

  it("says by how much this device's clock is off", async () => {
    open('/', { prometheus: gtVision({ now: () => Date.now() + 600_000 }) });
    expect(await screen.findByText(/^clock (10 min|9 min 5\d s) slow$/)).toBeDefined();
  });

  it('names the file, the line and the place of what is wrong with a pack', async () => {
    open('/', { problems: [problem] });
    const row = await screen.findByRole('row', { name: /broken/ });
    expect(row.textContent).toBe('packs/broken/pack.yamlline 7, dashboards.0a text is needed');
  });

  it('says what to set when there is no Prometheus', async () => {
    open('/', { dataSources: [] });
    expect(await screen.findByText('No Prometheus is configured.')).toBeDefined();
    expect(screen.getByText('PROMETHEUS_URL=http://localhost:9090 npm start')).toBeDefined();
  });

  it.each([
    ['HTML', () => new Response('<html>', { headers: { 'content-type': 'text/html' } }), 'This is not a Prometheus'],
    ['a password', () => new Response('', { status: 401 }), 'Prometheus asks for a password or token'],
    ['nothing yet', () => new Response('starting', { status: 503 }), 'Prometheus is not ready yet'],
  ])('says so when the server answers %s', async (_, answer, title) => {
    open('/', { prometheus: http.all('*/api/ds/main/api/v1/*', answer) });
    expect((await screen.findByRole('alert')).textContent).toContain(title);
  });
});

describe('a dashboard', () => {
  const button = (name: RegExp) => screen.findByRole('button', { name });

  it('writes what the viewer chooses into the address, and the back button undoes it', async () => {
    open('/d/gt/business');
    await userEvent.click(await button(/^Last 6 hours/));
    await userEvent.click(await screen.findByRole('button', { name: 'Last 24 hours' }));
    expect(location.search).toBe('?from=now-24h');
    await button(/^Last 24 hours/);
    history.back();
    await button(/^Last 6 hours/);
    expect(location.search).toBe('');
  });

  it('takes several values of a variable together, when the list is closed', async () => {
    open('/d/gt/business');
    await userEvent.click(await button(/^site/));
    await userEvent.click(await screen.findByRole('option', { name: 'north' }));
    await userEvent.click(screen.getByRole('option', { name: 'gate' }));
    expect(location.search).toBe('');
    await userEvent.click(screen.getByRole('button', { name: 'Apply' }));
    expect(location.search).toBe('?var-site=north&var-site=gate');
    expect((await button(/^site/)).textContent).toBe('sitenorth, gate');
  });

  it('says which parts of an address it could not follow, and drops them when told to', async () => {
    open('/d/gt/business?from=whenever&theme=dark');
    await screen.findByText('from=whenever');
    await userEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(location.search).toBe('?theme=dark');
    expect(document.documentElement.dataset.theme).toBe('dark');
  });

  it('shows one panel alone, with a way back', async () => {
    open('/d/gt/business?panel=note&from=now-1h');
    await userEvent.click(await screen.findByRole('link', { name: 'All panels' }));
    expect(location.search).toBe('?from=now-1h');
  });

  it('leads to the places that its pack names', async () => {
    open('/d/gt/business');
    expect((await screen.findByRole('link', { name: 'Runbook' })).getAttribute('href')).toBe('https://wiki.example/gt');
  });

  it('says which dashboard could not be loaded', async () => {
    open('/d/gt/nothing');
    expect((await screen.findByRole('alert')).textContent).toContain('/api/packs/gt/nothing: HTTP 404');
  });

  it('does not take typing for shortcuts', async () => {
    open('/d/gt/business');
    await userEvent.click(await button(/^Last 6 hours/));
    await userEvent.type(await screen.findByRole('textbox', { name: 'From' }), 'go?');
    expect(location.pathname).toBe('/d/gt/business');
    expect(screen.queryByRole('dialog', { name: 'Keyboard shortcuts' })).toBeNull();
  });
});

describe('the shell', () => {
  it('goes around by keys and says which there are', async () => {
    open('/d/gt/business');
    await screen.findByRole('heading', { level: 1, name: 'GT-Vision / Business' });
    await pressKey('?');
    const sheet = within(await screen.findByRole('dialog', { name: 'Keyboard shortcuts' }));
    expect(sheet.getByText('Zoom out')).toBeDefined();
    await userEvent.click(sheet.getByRole('button', { name: 'Close' }));
    await pressKey('go');
    await screen.findByRole('heading', { level: 1, name: 'Overview' });
    expect(location.pathname).toBe('/');
  });

  it('changes theme and language, and keeps them', async () => {
    open('/?lang=en');
    await userEvent.click(await screen.findByRole('button', { name: 'Preferences' }));
    await userEvent.click(await screen.findByRole('radio', { name: 'Dark' }));
    await userEvent.click(screen.getByRole('radio', { name: 'Português' }));
    await screen.findByRole('heading', { level: 1, name: 'Visão geral' });
    expect(document.documentElement.dataset.theme).toBe('dark');
    expect(document.documentElement.lang).toBe('pt-BR');
    expect(location.search).toBe('');
    expect(usePreferences.getState()).toMatchObject({ theme: 'dark', language: 'pt-BR' });
  });

  it('offers what exists where an address leads nowhere', async () => {
    open('/nowhere');
    const link = await screen.findByRole('link', { name: 'GT-Vision / Business' });
    expect(link.getAttribute('href')).toBe('/d/gt/business');
  });
});

describe('the wall', () => {
  it('goes through the boards that are there, under the critical alert, and leaves to the board on screen', async () => {
    open('/kiosk/all');
    await screen.findByRole('heading', { level: 1, name: 'GT-Vision Business' });
    expect((await screen.findByText('GT-Vision: Many cameras are offline')).closest('[role=alert]')).not.toBeNull();
    await pressKey('{ArrowRight}');
    await screen.findByRole('heading', { level: 1, name: 'GT-Vision System' });
    await pressKey(' ');
    await screen.findByText(/paused/);
    await pressKey('{Escape}');
    await waitFor(() => expect(location.pathname).toBe('/d/gt/system'));
  });

  it('says which playlists there are', async () => {
    open('/kiosk/lobby');
    expect(await screen.findByText('There is no playlist “lobby”.')).toBeDefined();
    expect(screen.getByRole('link', { name: 'GT-Vision' }).getAttribute('href')).toBe('/kiosk/gt');
  });
});

describe('an embedded board', () => {
  it('is nothing but its panels', async () => {
    open('/embed/gt/business/note');
    expect(await screen.findByRole('region', { name: 'Note' })).toBeDefined();
    expect(screen.queryByRole('navigation')).toBeNull();
    expect(screen.queryByRole('button')).toBeNull();
    expect(document.documentElement.style.background).toBe('transparent');
  });

  it.each([
    ['disk--%2Fvar%2Flib%3A50%25', 'disk--/var/lib:50%'],
    ['disk--%252F', 'disk--%2F'],
    ['disk--%252F/', 'disk--%2F'],
  ])('is asked for the panel that the address names: %s', async (written, id) => {
    open(`/embed/gt/business/${written}`);
    expect(await screen.findByText(`This board has no panel “${id}”.`)).toBeDefined();
  });
});

describe('of several servers', () => {
  const dataSources = ['main', 'b'];
  const chosen = '?ds=b&theme=dark';

  it('the rail tells of the one on screen', async () => {
    const asked: string[] = [];
    server.events.on('request:start', ({ request }) => {
      const [, id] = /\/api\/ds\/(\w+)\/api\/v1\/alerts/.exec(request.url) ?? [];
      if (id !== undefined) asked.push(id);
    });
    open(`/d/gt/business${chosen}`, { dataSources });
    await waitFor(() => expect(asked).toEqual(['b']), { timeout: 5_000 });
  });

  it.each([
    ['go', '/d/gt/business', '/'],
    ['ga', '/d/gt/business', '/alerts'],
    ['f', '/d/gt/business', '/kiosk/gt'],
    ['{Escape}', '/kiosk/gt', '/d/gt/business'],
  ])('the key %s keeps to the one on screen', async (key, from, to) => {
    open(from + chosen, { dataSources });
    await screen.findByRole('heading', { level: 1, name: /^GT-Vision (\/ )?Business$/ });
    await pressKey(key);
    await waitFor(() => expect(location.pathname + location.search).toBe(to + chosen));
  });

  it.each([
    ['a system', '/', 'Business', '/d/gt/business'],
    ['the wall of a system', '/', 'On the wall', '/kiosk/gt'],
    ['a place in Mirante that a pack names', '/', 'Status', '/status'],
    ['such a place, from a board', '/d/gt/business', 'Status', '/status'],
    ['the overview, from a board that cannot be had', '/d/gt/nothing', 'To the overview', '/'],
    ['a board, from nowhere', '/nowhere', 'GT-Vision / Business', '/d/gt/business'],
    ['a wall, from none', '/kiosk/lobby', 'GT-Vision', '/kiosk/gt'],
  ])('the way to %s keeps to the one on screen', async (_what, from, name, to) => {
    open(from + chosen, { dataSources });
    const link = await within(await screen.findByRole('main')).findByRole('link', { name });
    expect(link.getAttribute('href')).toBe(to + chosen);
  });

  it('a panel leads to the places that its file names', async () => {
    open(`/d/gt/business${chosen}`, { dataSources });
    await userEvent.click(await screen.findByRole('button', { name: 'Menu of Note' }));
    const place = async (name: string) => {
      const item = await screen.findByRole('menuitem', { name });
      return [item.getAttribute('href'), item.getAttribute('target')];
    };
    expect(await place('Handbook')).toEqual(['https://wiki.example/note', '_blank']);
    expect(await place('Its targets')).toEqual([`/targets${chosen}`, null]);
  });

  it('a board is put on the wall with the one on screen, and in its own range', async () => {
    open(`/d/gt/business${chosen}&from=now-7d`, { dataSources });
    await userEvent.click(await screen.findByRole('button', { name: 'Share' }));
    const item = await screen.findByRole('menuitem', { name: /^Show on the wall display/ });
    expect(item.getAttribute('href')).toBe(`/kiosk/gt${chosen}`);
  });
});
