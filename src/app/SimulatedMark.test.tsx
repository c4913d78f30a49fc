// @vitest-environment happy-dom
import '../testing/popover.ts';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import * as v from 'valibot';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createQueryClient } from '../data/asking/queryClient.ts';
import type { Services } from '../data/services/services.tsx';
import { en } from '../i18n/en/index.ts';
import { ptBR } from '../i18n/pt-BR/index.ts';
import { configSchema } from '../model/config.ts';
import type { Language } from '../model/language.ts';
import { fakeLayout } from '../testing/layout.ts';
import { mockServer } from '../testing/mockServer.ts';
import { beginAtNoon } from '../testing/time.ts';
import { usePreferences } from '../view/preferences.ts';
import { App } from './App.tsx';

fakeLayout();
beginAtNoon();
const server = mockServer();

interface Setup {
  readonly demo?: boolean;
  readonly hosting?: Services['hosting'];
  readonly language?: Language;
}

function open(address: string, { demo = true, hosting = 'gateway', language = 'en' }: Setup = {}) {
  usePreferences.setState({ theme: 'system', language, timeZone: 'utc', collapsedRows: {} });
  history.pushState(null, '', address);
  const services = { config: v.parse(configSchema, { demo }), hosting, dataSources: new Map() };
  render(
    <App
      queryClient={createQueryClient()}
      services={services}
      initial={{ language, messages: language === 'en' ? en : ptBR }}
    />,
  );
}

beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener() {}, removeEventListener() {} }));
  server.use(
    http.get('*/api/packs', () => HttpResponse.json({ packs: [], problems: [] })),
    http.get('*/api/packs/:pack/:id', () => new HttpResponse(null, { status: 404 })),
    http.get('*/packs/*', () => HttpResponse.json({ packs: [], problems: [] })),
  );
});

describe('the mark of simulated data', () => {
  it.each<[Setup, string, RegExp, string[]]>([
    [{}, 'Simulated data', /Stop Mirante/, ['PROMETHEUS_URL=http://127.0.0.1:9090 npm start']],
    [{ language: 'pt-BR' }, 'Dados simulados', /Pare o Mirante/, ['PROMETHEUS_URL=http://127.0.0.1:9090 npm start']],
    [{ hosting: 'static' }, 'Simulated data', /ordinary build/, ['PROMETHEUS_URL=', '"dataSources"']],
  ])('stands in the head of a page and says how to connect a server: %o', async (setup, name, words, code) => {
    open('/nowhere', setup);
    await userEvent.click(await screen.findByRole('button', { name: new RegExp(name) }));
    const dialog = await screen.findByRole('dialog', { name });
    expect(dialog.textContent).toMatch(words);
    const shown = [...dialog.querySelectorAll('pre')].map((block) => block.textContent);
    expect(shown).toHaveLength(code.length);
    for (const [i, start] of code.entries()) expect(shown[i]).toContain(start);
  });

  it('stands on a wall with nothing but alerts', async () => {
    open('/kiosk/nowhere');
    expect(await screen.findByText('Simulated data')).toBeDefined();
    expect(screen.queryByRole('button', { name: /Simulated/ })).toBeNull();
  });

  it('is absent where the data is real', async () => {
    open('/nowhere', { demo: false });
    await screen.findByRole('heading', { level: 1 });
    expect(screen.queryByText(/Simulated/)).toBeNull();
  });
});

describe('an address that is another one, or has a slash behind it as static servers write it', () => {
  it.each([
    ['/d/gt/system/?from=now-3h', '/d/gt/system?from=now-3h'],
    ['/kiosk/gt//', '/kiosk/gt'],
    ['/kiosk?stay=20s', '/kiosk/all?stay=20s'],
    ['/embed/gt/system/load/', '/embed/gt/system/load'],
  ])('%s is %s', async (given, wanted) => {
    open(given);
    await waitFor(() => expect(location.href).toBe(location.origin + wanted));
  });

  it('leads to the board', async () => {
    open('/d/gt/system/');
    expect(await screen.findByRole('heading', { level: 1, name: 'gt / system' })).toBeDefined();
  });
});
