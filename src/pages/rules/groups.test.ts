import { describe, expect, it } from 'vitest';
import type { Rule, RuleGroup } from '../../prometheus/types.ts';
import { countRules, lagOf, listRules, rowsOf, wantedRules } from './groups.ts';

const now = 1_000_000;

function rule(name: string, more: Partial<Rule> = {}): Rule {
  return {
    kind: 'recording',
    name,
    expr: 'up',
    labels: {},
    health: 'ok',
    lastError: '',
    lastEvaluation: now - 10_000,
    evaluationTime: 1,
    alerting: null,
    ...more,
  };
}

const alerting = (state: 'inactive' | 'pending' | 'firing') => ({
  kind: 'alerting' as const,
  alerting: { state, for: 0, keepFiringFor: 0, annotations: {}, alerts: [] },
});

function group(name: string, rules: readonly Rule[]): RuleGroup {
  return { name, file: 'f.yml', interval: 30_000, lastEvaluation: now - 10_000, evaluationTime: 1, rules };
}

it.each([
  ['one interval ago', 30_000, 0],
  ['the next under way', 55_000, 0],
  ['one left out', 61_000, 31_000],
  ['long ago', 600_000, 570_000],
])('tells how late an evaluation is: %s', (_name, age, lag) => {
  expect(lagOf(now - age, 30_000, now)).toBe(lag);
});

it('says nothing of the lag of what was never evaluated, or has no interval', () => {
  expect(lagOf(null, 30_000, now)).toBe(0);
  expect(lagOf(0, 0, now)).toBe(0);
});

describe('the groups', () => {
  const groups = listRules(
    [
      group('fine', [rule('a'), rule('b', { ...alerting('firing'), labels: { severity: 'page' } })]),
      group('late', [rule('c', { lastEvaluation: now - 100_000 }), rule('d', alerting('inactive'))]),
      group('new', [rule('e', { health: 'unknown', lastEvaluation: null })]),
      group('broken', [rule('f', { health: 'err', lastError: 'many-to-many' }), rule('g', alerting('pending'))]),
    ],
    now,
  );
  const everything = { kind: '', state: '', health: '', fits: () => true, hasHint: () => false } as const;
  const names = (wanted: Partial<Parameters<typeof wantedRules>[1]>) =>
    wantedRules(groups, { ...everything, ...wanted }).flatMap(({ rules }) => rules.map((listed) => listed.rule.name));

  it('keeps groups of one name apart, as servers that join several have them', () => {
    const twins = [group('a', [rule('x')]), group('a', [rule('y')]), group('a\n1', [rule('z')])];
    const keys = listRules(twins, now).flatMap(({ key, rules }) => [key, ...rules.map((listed) => listed.key)]);
    expect(new Set(keys).size).toBe(6);
  });

  it('puts what goes badly first', () => {
    expect(groups.map((listed) => [listed.group.name, listed.tone])).toEqual([
      ['broken', 'critical'],
      ['late', 'warning'],
      ['fine', 'ok'],
      ['new', 'ok'],
    ]);
  });

  it('counts states and health', () => {
    expect(countRules(groups)).toEqual({
      firing: 1,
      pending: 1,
      inactive: 1,
      recording: 4,
      err: 1,
      late: 1,
      unknown: 0,
    });
  });

  it.each([
    [{ kind: 'alerting' }, ['g', 'd', 'b']],
    [{ state: 'pending' }, ['g']],
    [{ health: 'err' }, ['f']],
    [{ health: 'late' }, ['c']],
    [{ health: 'hint', hasHint: (listed) => listed.rule.name === 'a' }, ['a']],
    [{ fits: (labels) => labels.severity === 'page' }, ['b']],
    [{ fits: (labels) => labels.alertname === 'd' }, ['d']],
  ] satisfies [Partial<Parameters<typeof wantedRules>[1]>, string[]][])('narrows them: %o', (wanted, expected) => {
    expect(names(wanted)).toEqual(expected);
  });

  it('draws the rules of open groups only', () => {
    const rows = rowsOf(groups, (listed) => listed.group.name === 'late');
    expect(rows.map((row) => (row.kind === 'group' ? row.listed.group.name : row.listed.rule.name))).toEqual([
      'broken',
      'late',
      'c',
      'd',
      'fine',
      'new',
    ]);
  });
});
