// @vitest-environment happy-dom
import '../../testing/popover.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { describe, expect, it, vi } from 'vitest';
import { fakeCanvas } from '../../testing/canvas.ts';
import { embeddedPrometheus, gaugeTarget } from '../../testing/embeddedPrometheus.ts';
import { mockServer } from '../../testing/mockServer.ts';
import { pageHost } from '../../testing/pageHost.tsx';
import { noon } from '../../testing/panelProps.ts';
import OverviewPage from './OverviewPage.tsx';

fakeCanvas();
const open = pageHost();
const server = mockServer();

const packs = (
  ...list: readonly {
    readonly id: string;
    readonly detect: string;
    readonly jobs: readonly string[];
    readonly figures?: readonly { readonly title: string; readonly expr: string }[];
  }[]
) =>
  http.get('*/api/packs', () =>
    HttpResponse.json({ packs: list.map((pack) => ({ ...pack, title: pack.id, dashboards: [] })) }),
  );
const prometheus = (remarks = {}) =>
  embeddedPrometheus({
    remarks,
    targets: [
      gaugeTarget('known', { x: 1 }),
      gaugeTarget('claimed', { x: 1 }),
      gaugeTarget('team/api', { x: 1 }, { instance: 'a:80' }),
      gaugeTarget('web', { x: 1 }, { instance: 'b:80', isUp: false }),
      gaugeTarget('web', { x: 1 }, { instance: 'c:80' }),
    ],
  });
const links = async () => {
  const section = await screen.findByRole('region', { name: 'Other jobs' });
  return within(section)
    .getAllByRole('link')
    .map((link) => [link.getAttribute('href'), within(link).getByRole('img').getAttribute('aria-label')]);
};

describe('jobs that no pack describes', () => {
  it('are listed with the way to their boards, those with targets down first', async () => {
    server.use(
      packs(
        { id: 'here', detect: 'up{job="known"}', jobs: ['known'] },
        { id: 'away', detect: 'up{job="nowhere"}', jobs: ['claimed'] },
      ),
      prometheus(),
    );
    open(<OverviewPage />, '/?tz=utc&panel=x');
    expect(await links()).toEqual([
      ['/auto/web?tz=utc', 'targets down'],
      ['/auto/claimed?tz=utc', 'all targets up'],
      ['/auto/team%2Fapi?tz=utc', 'all targets up'],
    ]);
  });

  it('are all that there is where there is no pack', async () => {
    server.use(packs(), prometheus());
    open(<OverviewPage />, '/');
    expect((await links()).map(([href]) => href)).toEqual([
      '/auto/web',
      '/auto/claimed',
      '/auto/known',
      '/auto/team%2Fapi',
    ]);
  });
});

describe('the alerts of a system', () => {
  it('are counted by what their severity means, without the one that must always fire', async () => {
    const alerts = { Down: 'page', Broken: 'Critical', Slow: 'warn', Odd: 'P9', Watchdog: 'critical' };
    const rules = Object.entries(alerts).map(([alert, severity]) => ({
      alert,
      expr: 'vector(1)',
      labels: { severity, system: 'here' },
    }));
    const content = JSON.stringify({ groups: [{ name: 'g', rules }] });
    server.use(
      packs({ id: 'here', detect: 'up', jobs: ['known'] }),
      embeddedPrometheus({ targets: [gaugeTarget('known', { x: 1 })], ruleFiles: [{ path: 'r.yml', content }] }),
    );
    const main = { id: 'main', name: 'Main', kind: 'prometheus' };
    open(<OverviewPage />, '/', { config: { dataSources: [main], watchdog: 'Watchdog' } });
    const card = within(await screen.findByRole('region', { name: 'here' }));
    await card.findByText('2 critical');
    expect(card.getByText('1 warning')).toBeDefined();
    expect(card.getByText('1 other')).toBeDefined();
  });
});

it('says how old what it shows is, when it cannot be asked anew', async () => {
  server.use(packs({ id: 'here', detect: 'up{job="known"}', jobs: ['known'] }), prometheus());
  open(<OverviewPage />, '/');
  const card = within(await screen.findByRole('region', { name: 'here' }));
  await card.findByText('1 of 1 targets up');
  await screen.findByText(/^data .* old$/);
  server.use(http.all('*/api/ds/:id/api/v1/*', () => new HttpResponse('no', { status: 503 })));
  vi.setSystemTime(noon + 660_000);
  await card.findByText(/Part of it could not be asked/);
  expect(card.getByText(/^The oldest of it is 1\d min old/)).toBeDefined();
  expect(screen.getByText(/^data 1\d min old$/).dataset.freshness).toBe('stale');
});

describe('of an answer that is not whole', () => {
  const here = { id: 'here', detect: 'up{job="known"}', jobs: ['known'] };
  const warnings = ['store-2 is away'];

  it('says that a key figure is partial', async () => {
    server.use(
      packs({ ...here, figures: [{ title: 'Sum', expr: 'x' }] }),
      prometheus({ query_range: { isPartial: true } }),
    );
    open(<OverviewPage />, '/');
    const title = await screen.findByRole('heading', { name: /^Sum/ });
    const figure = within(title.closest('li') ?? expect.fail());
    expect(await figure.findByText('1')).toBeDefined();
    expect(figure.getByText('partial')).toBeDefined();
  });

  it('claims neither that no alert fires', async () => {
    server.use(packs(here), prometheus({ alerts: { warnings } }));
    open(<OverviewPage />, '/');
    const card = within(await screen.findByRole('region', { name: 'here' }));
    await card.findByText('1 of 1 targets up');
    expect((await card.findByText('partial')).title).toBe('store-2 is away');
    expect(card.queryByText('no alerts firing')).toBeNull();
  });

  it('nor that a system is not there', async () => {
    server.use(packs(here, { id: 'away', detect: 'up{job="nowhere"}', jobs: [] }), prometheus({ query: { warnings } }));
    open(<OverviewPage />, '/');
    await screen.findByText('Whether these systems are here is not known: away.');
    expect(screen.getByText('store-2 is away')).toBeDefined();
    expect(screen.getByRole('region', { name: 'here' })).toBeDefined();
    expect(screen.queryByText('Not found on this server')).toBeNull();
    await waitFor(() => expect(document.documentElement.dataset.app).toBe('ready'));
  });

  it('nor that all targets of a job are up', async () => {
    server.use(packs(), prometheus({ query: { warnings } }));
    open(<OverviewPage />, '/');
    expect(await links()).toEqual([
      ['/auto/web', 'targets down'],
      ['/auto/claimed', 'not known whether all targets are up'],
      ['/auto/known', 'not known whether all targets are up'],
      ['/auto/team%2Fapi', 'not known whether all targets are up'],
    ]);
  });
});
