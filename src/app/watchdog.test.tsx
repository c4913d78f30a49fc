// @vitest-environment happy-dom
import '../testing/popover.ts';
import { render, screen, waitFor } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
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
beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener() {}, removeEventListener() {} }));
  usePreferences.setState({ theme: 'system', language: 'en', timeZone: 'utc', collapsedRows: {} });
});

/** Paths of the answers so far. */
let answered: string[] = [];
beforeEach(() => {
  answered = [];
  server.events.on('response:mocked', ({ request }) => answered.push(new URL(request.url).pathname));
});

const pack = {
  id: 'gt',
  title: 'GT',
  detect: 'up',
  jobs: [],
  dashboards: [{ id: 'main', title: 'Main', section: 'system' }],
};
const note = { id: 'note', kind: 'text', title: 'Note', alerts: ['Watchdog'], options: { text: 'All is quiet' } };

/** Opens the app where `Watchdog` must always fire, on a server whose one rule has this name. */
function open(address: string, rule: string): void {
  const rules = [{ alert: rule, expr: 'vector(1)', labels: { severity: 'critical', system: 'gt' } }];
  server.use(
    http.get('*/api/packs', () => HttpResponse.json({ packs: [pack], problems: [] })),
    http.get('*/api/packs/gt/main', () =>
      HttpResponse.json({ title: 'Main', section: 'system', rows: [{ panels: [note] }] }),
    ),
    embeddedPrometheus({
      targets: [gaugeTarget('api', { x: 1 })],
      ruleFiles: [{ path: 'r.yml', content: JSON.stringify({ groups: [{ name: 'g', rules }] }) }],
    }),
  );
  history.pushState(null, '', address);
  const config = v.parse(configSchema, {
    dataSources: [{ id: 'main', name: 'Main', kind: 'prometheus' }],
    watchdog: 'Watchdog',
  });
  const services = { config, hosting: 'gateway', dataSources: createDataSources(config) } as const;
  render(<App queryClient={createQueryClient()} services={services} initial={{ language: 'en', messages: en }} />);
}

const words = 'Watchdog must always fire, and does not.';

describe.each([
  ['the overview', '/', 'GT'],
  ['a board', '/d/gt/main', 'All is quiet'],
  ['the wall', '/kiosk/gt', 'All is quiet'],
])('on %s the alert that must always fire', (_surface, address, content) => {
  it('is missed aloud', async () => {
    open(address, 'Other');
    const said = await screen.findByText(words);
    expect(said.closest('[role="alert"]')).not.toBeNull();
  });

  it('is not spoken of while it fires', async () => {
    open(address, 'Watchdog');
    await waitFor(() => expect(answered.some((path) => path.endsWith('/api/v1/alerts'))).toBe(true));
    expect(await screen.findAllByText(content)).not.toEqual([]);
    expect(screen.queryByText(words)).toBeNull();
    expect(screen.queryByText(/critical/i)).toBeNull();
  });
});

it('leaves the marks of the navigation alone while it fires', async () => {
  open('/rules', 'Watchdog');
  const link = await screen.findByRole('link', { name: 'No alert is firing Main' }, { timeout: 10_000 });
  expect(link.getAttribute('href')).toBe('/d/gt/main');
});
