// @vitest-environment happy-dom
import '../../testing/popover.ts';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { describe, expect, it } from 'vitest';
import { fakeCanvas } from '../../testing/canvas.ts';
import { embeddedPrometheus, gaugeTarget } from '../../testing/embeddedPrometheus.ts';
import { mockServer } from '../../testing/mockServer.ts';
import { pageHost } from '../../testing/pageHost.tsx';
import AlertsPage from './AlertsPage.tsx';

const canvas = fakeCanvas();
const open = pageHost();
const server = mockServer();

const rules = `
groups:
  - name: load
    rules:
      - alert: Hot
        expr: temperature > 80
        labels: { severity: critical, system: oven }
        annotations: { summary: 'Hot at {{ $labels.instance }}', runbook: 'see https://example.com/hot.' }
      - alert: Warm
        expr: temperature > 50
        for: 30m
        labels: { severity: warning, system: oven }
      - alert: Alone
        expr: up{job="web"} == 1
        labels: { severity: warning }
      - alert: Cold
        expr: temperature < 0
        for: 5m
        labels: { severity: warning, system: oven }
`;

const kitchen = (remarks = {}) =>
  embeddedPrometheus({
    remarks,
    targets: [
      gaugeTarget('api', { temperature: 90 }, { instance: 'a:80' }),
      gaugeTarget('api', { temperature: (time) => (time > Date.now() - 600_000 ? 60 : 20) }, { instance: 'b:80' }),
      gaugeTarget('web', { x: 1 }, { instance: 'w:80' }),
    ],
    ruleFiles: [{ path: 'rules.yml', content: rules }],
  });

const rows = () =>
  within(screen.getByRole('list', { name: 'Alerts' }))
    .getAllByRole('button')
    .map((row) => row.textContent);
const details = async (name: RegExp) => {
  const row = await screen.findByRole('button', { name });
  await userEvent.click(row);
  return within(row.closest('article') ?? document.body);
};

describe('the page of alerts', () => {
  it('counts what fires, puts the worst first, and folds away what is not active', async () => {
    server.use(kitchen());
    open(<AlertsPage />, '/alerts');
    expect(await screen.findByText('Firing: 1 critical, 2 warning; 1 pending')).toBeDefined();
    await waitFor(() => expect(document.title).toBe('◆1 ○2 Alerts · Mirante'));
    expect(rows()).toEqual([
      'oven2 of 3 firing',
      expect.stringContaining('Hot at a:80'),
      expect.stringContaining('warning, firing'),
      expect.stringMatching(/instance=b:80.*warning, pendingfires in 2\d min/),
      'Without system1 firing',
      expect.stringContaining('Alone'),
      '1 rule not active',
    ]);
    await userEvent.click(screen.getByRole('button', { name: '1 rule not active' }));
    expect(screen.getByText('temperature < 0')).toBeDefined();
    expect(document.documentElement.dataset.app).toBe('ready');
  });

  it('says that its list is partial, and what the server says of it', async () => {
    server.use(kitchen({ rules: { warnings: ['ruler-1 is away'] } }));
    open(<AlertsPage />, '/alerts');
    expect(await screen.findByText('This is not all of it')).toBeDefined();
    expect(screen.getByText('ruler-1 is away')).toBeDefined();
  });

  it.each([
    ['says nothing of alerts that Prometheus did not tell of', 503, false],
    ['says of a server that has no rules what its Alertmanager knows', 404, true],
  ])('%s', async (_, status, isSaid) => {
    let held = 0;
    server.events.on('response:mocked', ({ request }) => {
      if (request.url.includes('/api/am/')) held++;
    });
    server.use(
      http.get('*/api/ds/main/api/v1/rules', () => new HttpResponse('no', { status })),
      http.get('*/api/am/am/api/v2/*', () => HttpResponse.json([])),
      kitchen(),
    );
    open(<AlertsPage />, '/alerts', { config: { alertmanagers: [{ id: 'am', name: 'AM' }] } });
    await screen.findByText(
      isSaid ? /does not offer|not offered/ : /answered with an error|failed|unavailable|HTTP 503/i,
    );
    await waitFor(() => expect(held).toBe(2));
    await waitFor(() => expect(screen.queryByText('Nothing is firing') !== null).toBe(isSaid));
  });

  it('is narrowed and grouped by what the address says, and writes there what narrows it', async () => {
    server.use(kitchen());
    open(<AlertsPage />, '/alerts?by=alertname&state=firing&match=system%3D%22oven%22');
    await screen.findByText(/^Firing:/);
    expect(rows().filter((row) => row?.endsWith('1 firing'))).toEqual(['Hot1 firing', 'Warm1 firing']);
    await userEvent.type(screen.getByRole('combobox', { name: 'Filter' }), 'hot at');
    expect(rows()).toHaveLength(2);
    expect(new URLSearchParams(location.search).get('q')).toBe('hot at');
    await userEvent.click(screen.getByRole('radio', { name: 'Pending' }));
    expect(screen.getByText('No alert fits the filter.')).toBeDefined();
  });

  it('tells all of an alert: annotations with links, the value, the rule, every label', async () => {
    server.use(kitchen());
    open(<AlertsPage />, '/alerts');
    const hot = await details(/Hot at a:80/);
    expect(hot.getByRole('link', { name: 'https://example.com/hot' }).getAttribute('rel')).toBe('noopener noreferrer');
    expect(hot.getByText('90')).toBeDefined();
    expect(hot.getByText('temperature > 80')).toBeDefined();
    expect(hot.getByText('group load of rules.yml')).toBeDefined();
  });

  it('explores the rule of an alert at the server that told of it', async () => {
    server.use(kitchen());
    const dataSources = ['a', 'b'].map((id) => ({ id, name: id, kind: 'prometheus' }));
    open(<AlertsPage />, '/alerts?ds=b&by=alertname', { config: { dataSources } });
    const hot = await details(/Hot at a:80/);
    const link = hot.getByRole('link', { name: 'temperature > 80' });
    expect(link.getAttribute('href')).toBe('/explore?ds=b&expr=temperature+%3E+80');
  });

  it('asks for as many hours as its charts show', async () => {
    server.use(kitchen());
    const hours = new Set<number>();
    server.events.on('request:start', async ({ request }) => {
      if (!request.url.endsWith('/query_range')) return;
      const asked = new URLSearchParams(await request.clone().text());
      hours.add(Math.round((Number(asked.get('end')) - Number(asked.get('start'))) / 3600));
    });
    open(<AlertsPage />, '/alerts');
    await details(/Hot at a:80/);
    await waitFor(() => expect([...hours].sort()).toEqual([24, 6]));
    server.events.removeAllListeners();
  });

  it.each([
    ['that an alert was not active where the server had looked', [gaugeTarget('web', { x: 1 })], true],
    ['nothing of a time of which the server has no samples', [], false],
  ])('says %s', async (_name, targets, isKnown) => {
    const content = `
groups:
  - name: g
    rules:
      - alert: Sometimes
        expr: vector(1) and on () vector(time()) > ${Date.now() / 1000 - 12 * 3600}
`;
    server.use(embeddedPrometheus({ targets, ruleFiles: [{ path: 'rules.yml', content }] }));
    open(<AlertsPage />, '/alerts');
    await details(/Sometimes/);
    await waitFor(() => expect(canvas.texts()).toContain('Firing'));
    expect(canvas.texts().includes('Not active')).toBe(isKnown);
  });

  it('shows hostile texts as text, and long ones cut', async () => {
    const hostile = '<img src=x onerror=alert(1)>';
    const content = JSON.stringify({
      groups: [
        {
          name: 'g',
          rules: [
            {
              alert: 'Bad',
              expr: 'x',
              labels: { note: hostile },
              annotations: { summary: hostile, runbook: 'javascript:alert(1)', long: 'y'.repeat(10_000) },
            },
          ],
        },
      ],
    });
    server.use(
      embeddedPrometheus({ targets: [gaugeTarget('api', { x: 1 })], ruleFiles: [{ path: 'r.yml', content }] }),
    );
    open(<AlertsPage />, '/alerts', { language: 'pt-BR' });
    const bad = await details(/img src=x/);
    expect(bad.getByText('javascript:alert(1)')).toBeDefined();
    expect(bad.getAllByRole('link').map((link) => link.textContent)).toEqual(['x']);
    expect(document.querySelector('img')).toBeNull();
    await userEvent.click(bad.getByRole('button', { name: 'Mostrar todos os 10000 caracteres' }));
    expect(bad.getByText('y'.repeat(10_000))).toBeDefined();
  });
});
