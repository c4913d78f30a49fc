// @vitest-environment happy-dom
import { render, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Alert } from '../../model/alert.ts';
import { noon, panelProps } from '../../testing/panelProps.ts';
import alerts from './index.ts';
import { listAlerts } from './transform.ts';

const minute = 60_000;
const alert = (name: string, given: Partial<Alert> & { severity?: string; minutes?: number } = {}): Alert => ({
  state: given.state ?? 'firing',
  labels: { alertname: name, ...(given.severity ? { severity: given.severity } : {}), ...given.labels },
  annotations: given.annotations ?? {},
  activeAt: noon - (given.minutes ?? 1) * minute,
  value: 1,
});
const propsOf = (list: readonly Alert[], options: Record<string, unknown> = {}) =>
  panelProps(alerts.decodeOptions(options), { data: { alerts: list } });

it.each(['job', 'job=~"("', 'a="1",b="2"'])('does not take %s for a matcher', (text) => {
  expect(() => alerts.decodeOptions({ matchers: [text] })).toThrow(/^matchers\.0: a matcher such as/);
});

it('takes no matcher that it could not judge', () => {
  expect(() => alerts.decodeOptions({ matchers: ['job=~"[[:alpha:]]+"'] })).toThrow(/^matchers\.0: a simpler regular/);
});

describe('the list of alerts', () => {
  const all = [
    alert('B', { severity: 'warning', minutes: 5 }),
    alert('A', { severity: 'critical', minutes: 1 }),
    alert('C', { minutes: 9 }),
    alert('D', { severity: 'critical', minutes: 30, state: 'pending' }),
    alert('E', { severity: 'page', minutes: 3 }),
  ];
  const names = (options: Record<string, unknown>) =>
    listAlerts(all, alerts.decodeOptions(options)).rows.map((row) => row.name);

  it.each([
    ['severity', ['A', 'E', 'B', 'C', 'D']],
    ['newest', ['A', 'E', 'B', 'C', 'D']],
    ['oldest', ['D', 'C', 'B', 'E', 'A']],
    ['name', ['A', 'B', 'C', 'D', 'E']],
  ])('is sorted by %s', (sort, expected) => {
    expect(names({ sort })).toEqual(expected);
  });

  it('holds only what fits the matchers and states', () => {
    expect(names({ matchers: ['severity=~"critical|page"'], states: ['firing'] })).toEqual(['A', 'E']);
  });
});

describe('an alerts panel', () => {
  it('says what fires, how bad, since when and where', () => {
    const list = [
      alert('CamerasOffline', {
        severity: 'critical',
        minutes: 7,
        labels: { instance: 'backend:8000' },
        annotations: { summary: '34 cameras are offline', description: 'More than 20 %.' },
      }),
    ];
    render(<alerts.Panel {...propsOf(list)} />);
    const item = screen.getByRole('listitem');
    expect(within(item).getByRole('img', { name: 'critical' })).toBeTruthy();
    for (const text of ['34 cameras are offline', 'More than 20 %.', 'CamerasOffline', 'critical, firing', '7 min'])
      expect(within(item).getByText(text)).toBeTruthy();
    expect(item.textContent).toContain('instance=backend:8000');
  });

  it('makes links only of web addresses, and markup of nothing', () => {
    const annotations = {
      summary: '<img src=x onerror=alert(1)>',
      runbook_url: 'https://wiki.example/runbook',
      evil_url: 'javascript:alert(1)',
      odd_url: 'https://',
    };
    const { container } = render(<alerts.Panel {...propsOf([alert('X', { annotations })])} />);
    expect(screen.getByText('<img src=x onerror=alert(1)>')).toBeTruthy();
    expect(container.querySelector('img')).toBeNull();
    const [link, ...others] = screen.getAllByRole('link');
    expect(others).toEqual([]);
    expect(link?.textContent).toBe('runbook');
    expect(link?.getAttribute('href')).toBe('https://wiki.example/runbook');
    expect(link?.getAttribute('rel')).toBe('noopener noreferrer');
  });

  it.each([
    [{}, [], 'No alerts firing.'],
    [{ states: ['pending'] }, [], 'No alerts pending.'],
    [{ matchers: ['job="x"'] }, [alert('A')], 'No alerts firing. One other alert does not fit this panel.'],
  ])('with %o says in words that there is none', (options, list, words) => {
    render(<alerts.Panel {...propsOf(list, options)} />);
    expect(screen.getByText(words)).toBeTruthy();
  });

  it('says when its limit hides some', () => {
    const props = propsOf([alert('A'), alert('B'), alert('C')], { limit: 2 });
    render(<alerts.Panel {...props} />);
    expect(screen.getAllByRole('listitem')).toHaveLength(2);
    expect(screen.getByText('Showing 2 of 3.')).toBeTruthy();
    expect(alerts.toTable(props).rows).toHaveLength(3);
  });

  it('tells its alerts to listeners and machines', () => {
    const props = propsOf([
      alert('A', { severity: 'critical', labels: { job: 'api' } }),
      alert('B', { state: 'pending' }),
    ]);
    expect(alerts.summary(props)).toBe('1 firing, 1 pending. First: A');
    expect(alerts.toTable(props).rows[0]?.map((cell) => cell.raw)).toEqual([
      'firing',
      'critical',
      'A',
      'A',
      '{"job":"api"}',
      '2026-01-15T11:59:00.000Z',
    ]);
  });
});
