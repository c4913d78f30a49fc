import { describe, expect, it } from 'vitest';
import type { AlertingRuleStatus, Rules } from '../types.ts';
import { minute, rulesOf, samples } from './testing.ts';

function alerting(rules: Rules, time: number, name = 'A'): AlertingRuleStatus {
  const found = rules.groupsAt(time).flatMap((group) => group.rules);
  for (const rule of found) if (rule.type === 'alerting' && rule.name === name) return rule;
  throw new Error(`no alert ${name}`);
}

describe('the state of an alert', () => {
  const up = 'up{job="a"} 1x1 0x4 1x9';
  const down = '{ alert: A, expr: up == 0, for: 2m, keep_firing_for: 2m }';
  const plain = '{ alert: A, expr: up == 0, for: 2m }';
  const immediate = '{ alert: A, expr: up == 0 }';
  it.each([
    [plain, [1, 'inactive', 2, 'pending', 3, 'pending', 4, 'firing', 6, 'firing', 7, 'inactive']],
    [immediate, [1, 'inactive', 2, 'firing', 6, 'firing', 7, 'inactive']],
    [down, [1, 'inactive', 3, 'pending', 4, 'firing', 6, 'firing', 7, 'firing', 8, 'firing', 9, 'inactive']],
  ] as const)('of %s follows its expression', (rule, states) => {
    for (let i = 0; i < states.length; i += 2) {
      const [at = 0, state] = states.slice(i);
      const { alerts, state: found } = alerting(rulesOf(rule, [up]), Number(at) * minute + 59_999);
      expect([at, found]).toEqual([at, state]);
      expect(alerts.map(({ activeAt }) => activeAt)).toEqual(state === 'inactive' ? [] : [2 * minute]);
    }
  });

  it('keeps its beginning when it comes back while it is kept firing', () => {
    const rules = rulesOf(down, ['up{job="a"} 1x1 0x2 1 0x2 1x3']);
    expect(alerting(rules, 6 * minute)).toMatchObject({ state: 'firing', alerts: [{ activeAt: 2 * minute }] });
    expect(alerting(rules, 9 * minute)).toMatchObject({ state: 'firing', alerts: [{ activeAt: 2 * minute }] });
    expect(alerting(rules, 10 * minute)).toMatchObject({ state: 'firing', alerts: [{ activeAt: 2 * minute }] });
    expect(alerting(rules, 11 * minute)).toMatchObject({ state: 'inactive', alerts: [] });
  });

  it('begins anew when it was only pending', () => {
    const rules = rulesOf(down, ['up{job="a"} 1 0 1 0x9']);
    expect(alerting(rules, 4 * minute)).toMatchObject({ state: 'pending', alerts: [{ activeAt: 3 * minute }] });
  });

  it('has the value, and the annotations, of the last evaluation at which it held', () => {
    const rule =
      '{ alert: A, expr: x > 1, keep_firing_for: 5m, annotations: { summary: "{{ $value }} of {{ $labels.i }}" } }';
    const rules = rulesOf(rule, ['x{i="a"} 1 2 3 0x9']);
    for (const [at, value] of [
      [1, 2],
      [2, 3],
      [5, 3],
    ] as const) {
      expect(alerting(rules, at * minute).alerts).toMatchObject([{ value, annotations: { summary: `${value} of a` } }]);
    }
  });

  it('is of the first evaluation, where an expression has always held', () => {
    const rules = rulesOf('{ alert: A, expr: vector(1), for: 1h }', []);
    expect(alerting(rules, 59 * minute)).toMatchObject({ state: 'pending', alerts: [{ activeAt: 0 }] });
    expect(alerting(rules, 60 * minute)).toMatchObject({ state: 'firing', alerts: [{ activeAt: 0 }] });
    expect(alerting(rules, -1)).toMatchObject({ state: 'inactive', health: 'unknown', lastEvaluation: 0 });
  });

  it.each(['24h', '30h', '90h'])('is followed back a day longer than `for: %s`', (hold) => {
    const rules = rulesOf(`{ alert: A, expr: vector(1), for: ${hold} }`, [], {});
    const { state, alerts } = alerting(rules, 1e12);
    const age = (1e12 - (alerts[0]?.activeAt ?? 0)) / 3_600_000 - Number.parseInt(hold, 10);
    expect(state).toBe('firing');
    expect(age).toBeGreaterThan(23);
    expect(age).toBeLessThan(26);
  });
});

describe('the labels of an alert', () => {
  const series = ['x{job="a", instance="i", mode="m"} 1x9'];
  it.each([
    ['{}', { job: 'a', instance: 'i', mode: 'm' }],
    ['{ severity: 1, job: b }', { job: 'b', instance: 'i', mode: 'm', severity: '1' }],
    ['{ job: "", alertname: other }', { instance: 'i', mode: 'm' }],
    ['{ text: "{{ $labels.job }}-{{ $value }}" }', { job: 'a', instance: 'i', mode: 'm', text: 'a-1' }],
    ['{ mode: "{{ $labels.none }}" }', { job: 'a', instance: 'i' }],
    ['{ site: "{{ $externalLabels.site }}" }', { job: 'a', instance: 'i', mode: 'm', site: 'rio' }],
  ])('with %s', (labels, expected) => {
    const options = { start: 0, externalLabels: { site: 'rio' } };
    const rules = rulesOf(`{ alert: A, expr: x == 1, labels: ${labels} }`, series, options);
    expect(alerting(rules, minute).alerts.map((alert) => alert.labels)).toEqual([{ alertname: 'A', ...expected }]);
  });

  it('make two alerts of a series whose template has changed', () => {
    const rule =
      '{ alert: A, expr: x > 0, for: 1m, labels: { level: "{{ if gt $value 5.0 }}high{{ else }}low{{ end }}" } }';
    const rules = rulesOf(rule, ['x 1x2 9x3']);
    expect(samples(rules, 'ALERTS', 5)).toEqual([
      'A ALERTS firing high: 1@4 1@5',
      'A ALERTS firing low: 1@1 1@2',
      'A ALERTS high pending: 1@3',
      'A ALERTS low pending: 1@0',
    ]);
  });

  it('may not be those of two elements', () => {
    const rule = '{ alert: A, expr: x > 0, labels: { i: "" } }';
    const rules = rulesOf(rule, ['x{i="a"} 1x9', 'x{i="b"} _x3 1x2 _x9']);
    expect(alerting(rules, 2 * minute)).toMatchObject({ health: 'ok', state: 'firing' });
    const error = 'vector contains metrics with the same labelset after applying alert labels';
    expect(alerting(rules, 3 * minute)).toMatchObject({ health: 'err', lastError: error, state: 'firing' });
  });
});

describe('the series of alerts', () => {
  it('say what state they are in, and end with it', () => {
    const rules = rulesOf('{ alert: A, expr: up == 0, for: 1m }', ['up{job="a"} 1 0x2 1x2 0x9']);
    expect(samples(rules, 'ALERTS', 8)).toEqual(['A ALERTS a firing: 1@2 1@3 1@8', 'A ALERTS a pending: 1@1 1@7']);
    expect(samples(rules, 'ALERTS_FOR_STATE', 8)).toEqual(['A ALERTS_FOR_STATE a: 60@1 60@2 60@3 420@7 420@8']);
  });
});
