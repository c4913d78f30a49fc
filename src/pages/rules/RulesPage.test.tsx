// @vitest-environment happy-dom
import '../../testing/popover.ts';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { describe, expect, it } from 'vitest';
import { embeddedPrometheus, gaugeTarget } from '../../testing/embeddedPrometheus.ts';
import { mockServer } from '../../testing/mockServer.ts';
import { pageHost } from '../../testing/pageHost.tsx';
import RulesPage from './RulesPage.tsx';

const open = pageHost();
const server = mockServer();

const hostile = '<img src=x onerror=alert(1)>\u202E';

const rule = (more: object) => ({
  name: 'r',
  query: 'up',
  labels: {},
  health: 'ok',
  lastError: '',
  lastEvaluation: new Date().toISOString(),
  evaluationTime: 0.002,
  type: 'recording',
  ...more,
});

const alerting = { type: 'alerting', duration: 300, state: 'inactive', annotations: {}, alerts: [] };

const groups = (rules: readonly object[]) => ({
  name: 'example',
  file: '/etc/rules.yml',
  interval: 30,
  lastEvaluation: new Date().toISOString(),
  evaluationTime: 0.1,
  rules,
});

/** Rules as a server would tell them, and the rest of an embedded one. */
const serving = (...rules: readonly object[]) => [
  http.get('*/api/v1/rules', () => HttpResponse.json({ status: 'success', data: { groups: [groups(rules)] } })),
  embeddedPrometheus({ targets: [gaugeTarget('api', { heat: 1 })] }),
];

const shown = () => screen.getAllByRole('article').map((item) => item.querySelector('strong')?.textContent);

describe('the page of rules', () => {
  it('tells groups, states, times and the last error in full', async () => {
    server.use(
      ...serving(
        rule({ name: 'job:up:sum' }),
        rule({ name: 'Down', ...alerting, state: 'firing', query: 'up == 0' }),
        rule({ name: 'Broken', ...alerting, health: 'err', lastError: 'many-to-many matching not allowed' }),
      ),
    );
    open(<RulesPage />, '/rules?from=now-6h&ds=main');
    expect(await screen.findByText('1 group, 3 rules · 1 firing · 1 inactive · 1 recording · 1 failing')).toBeDefined();
    expect(screen.getByText('/etc/rules.yml')).toBeDefined();
    expect(screen.getByText('many-to-many matching not allowed')).toBeDefined();
    expect(screen.getAllByText('for 5 min')).toHaveLength(2);
    const link = screen.getByRole('link', { name: 'Open Down in Explore' });
    expect(link.getAttribute('href')).toBe('/explore?from=now-6h&ds=main&expr=up+%3D%3D+0');
    expect(document.documentElement.dataset.app).toBe('ready');
  });

  it('is narrowed by what the address says, and writes there what narrows it', async () => {
    server.use(...serving(rule({ name: 'a' }), rule({ name: 'B', ...alerting, labels: { severity: 'page' } })));
    open(<RulesPage />, '/rules?kind=alerting');
    await screen.findByText(/2 rules/);
    expect(shown()).toEqual(['B']);
    await userEvent.click(screen.getByRole('button', { name: 'State All' }));
    await userEvent.click(await screen.findByRole('menuitemradio', { name: 'Firing' }));
    expect(await screen.findByText('No rule fits the filter.')).toBeDefined();
    expect(new URLSearchParams(location.search).get('state')).toBe('firing');
  });

  it('gives the hints of the linter beside the rule, with the types that the server declares', async () => {
    server.use(...serving(rule({ name: 'odd', query: 'rate(heat[5m])' }), rule({ name: 'none', query: 'gone_total' })));
    open(<RulesPage />, '/rules');
    const odd = await screen.findByText(/takes a gauge for a counter/);
    expect(odd.textContent).toContain('rate(heat)');
    expect(screen.getByText(/is a name that no series of this server has/)).toBeDefined();
  });

  it('shows hostile text as text, in a direction of its own, and long text cut until it is asked for', async () => {
    const long = 'x'.repeat(10_000);
    server.use(
      ...serving(rule({ name: hostile, ...alerting, annotations: { summary: long, link: 'javascript:alert(1)' } })),
    );
    open(<RulesPage />, '/rules', { language: 'pt-BR' });
    expect((await screen.findByText(hostile)).tagName).toBe('BDI');
    await userEvent.click(screen.getByRole('button', { name: `Anotações de ${hostile}` }));
    const annotations = within(screen.getByRole('article'));
    expect(annotations.queryByText(long)).toBeNull();
    await userEvent.click(annotations.getByRole('button', { name: 'Todos os 10000 caracteres' }));
    expect(annotations.getByText(long)).toBeDefined();
    expect(annotations.getByText('javascript:alert(1)').closest('a')).toBeNull();
    await waitFor(() => expect(document.querySelector('img')).toBeNull());
  });

  it('says where rules come from when there are none', async () => {
    server.use(embeddedPrometheus({ targets: [gaugeTarget('api', { heat: 1 })] }));
    open(<RulesPage />, '/rules');
    expect(await screen.findByText('This server has no rules.')).toBeDefined();
  });

  it('says that a server does not offer them', async () => {
    server.use(
      http.get('*/api/v1/rules', () => new HttpResponse('no such path', { status: 404 })),
      embeddedPrometheus(),
    );
    open(<RulesPage />, '/rules');
    expect(await screen.findByText('This server does not offer this.')).toBeDefined();
    expect(document.documentElement.dataset.app).toBe('ready');
  });
});
