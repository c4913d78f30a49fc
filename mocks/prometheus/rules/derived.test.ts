import { describe, expect, it } from 'vitest';
import { evaluateInstant, evaluateRange } from '../../promql/evaluate.ts';
import { makeMatcher } from '../../promql/matchers.ts';
import { parseSeries } from '../../promql/promqltest/series.ts';
import type { SampleStore } from '../types.ts';
import { createRules } from './rules.ts';
import { minute, pointsStore, rulesOf, samples } from './testing.ts';

describe('a recording rule', () => {
  it('gives series with its name and labels, which end with what they are of', () => {
    const rule = '{ record: job:x:sum, expr: "sum by (job, mode) (x)", labels: { level: job, mode: "" } }';
    const rules = rulesOf(rule, ['x{job="a", mode="m"} 1+1x2 stale _x9', 'x{job="b"} _ 7x9']);
    expect(samples(rules, 'job:x:sum', 4)).toEqual([
      'a job job:x:sum: 1@0 2@1 3@2',
      'b job job:x:sum: 7@1 7@2 7@3 7@4',
    ]);
  });

  it('gives a scalar as a series without labels', () => {
    const rules = rulesOf('{ record: minutes, expr: time() / 60 }', []);
    expect(samples(rules, 'minutes', 2)).toEqual(['minutes: 0@0 1@1 2@2']);
  });

  it('may be read by other rules, of any group and in any order', () => {
    const content = `groups:
      - { name: a, interval: 1m, rules: [{ alert: A, expr: y:double > 2, for: 1m }, { record: y:double, expr: 2 * y }] }
      - { name: b, interval: 1m, rules: [{ record: y, expr: sum(x) }] }`;
    const store = pointsStore([parseSeries('x 1+1x5')], minute);
    const rules = createRules([{ path: 'f', content }], store, { start: 0 });
    expect(samples(rules, 'ALERTS', 3)).toEqual(['A ALERTS firing: 1@2 1@3', 'A ALERTS pending: 1@1']);
    expect(samples(rules, 'count(ALERTS)', 3)).toEqual([': 1@1 1@2 1@3']);
  });

  it('is the same series as that of another rule with the same labels', () => {
    const rules = rulesOf('{ record: y, expr: x < 3 }, { record: y, expr: "x > 4" }', ['x 1+1x5']);
    expect(samples(rules, 'y', 5)).toEqual(['y: 1@0 2@1 5@4 6@5']);
  });

  it('may not give the same series twice', () => {
    const rules = rulesOf('{ record: y, expr: x, labels: { i: c } }', ['x{i="a"} 1x5', 'x{i="b"} _x2 1 _x3']);
    expect(samples(rules, 'y', 1)).toEqual(['c y: 1@0 1@1']);
    const error = 'vector contains metrics with the same labelset after applying rule labels';
    expect(rules.groupsAt(2 * minute)[0]?.rules).toMatchObject([{ health: 'err', lastError: error }]);
  });

  it.each([
    ['itself', '{ record: y, expr: y + x or x }', 'y'],
    ['one that needs it', '{ record: y, expr: z + x or x }, { record: z, expr: 2 * y }', 'y'],
    ['every series', `{ record: y, expr: 'sum({i="a"})', labels: { i: a } }`, 'y'],
    [
      'all alerts',
      '{ record: x, expr: vector(1) }, { alert: y, expr: count(ALERTS) > 0 or x }',
      'ALERTS{alertname="y"}',
    ],
  ])('that needs %s reads nothing of itself', (_, rule, query) => {
    const rules = rulesOf(rule, ['x{i="a"} 1x5']);
    expect(samples(rules, query, 1).every((line) => line.endsWith(': 1@0 1@1'))).toBe(true);
    expect(samples(rules, query, 1)).not.toEqual([]);
  });

  it('reads and writes samples as old as its query offset', () => {
    const content = 'groups: [{ name: g, interval: 1m, query_offset: 2m, rules: [{ record: y, expr: x }] }]';
    const rules = createRules([{ path: 'f', content }], pointsStore([parseSeries('x 0+1x9')], minute), { start: 0 });
    expect(samples(rules, 'y', 3)).toEqual(['y: 0@0 1@1 2@2 3@3']);
    expect(rules.groupsAt(3 * minute)).toMatchObject([{ lastEvaluation: 3 * minute }]);
  });

  it('takes each evaluation for the whole of its query', () => {
    const rules = rulesOf('{ record: y, expr: x @ end() }', ['x 0+1x9']);
    expect(samples(rules, 'y', 3)).toEqual(['y: 0@0 1@1 2@2 3@3']);
  });
});

describe('an evaluation that fails', () => {
  const series = ['x{i="a"} 1x9', 'y{i="b"} 2x9', 'y{i="c"} _x3 2x1 stale'];
  const query = 'x * on () y';

  it('is told with its reason, and leaves the others as they are', () => {
    const rules = rulesOf(`{ record: z, expr: ${query} }`, series);
    const health = [2, 3, 4, 5].map((at) => rules.groupsAt(at * minute)[0]?.rules[0]?.health);
    expect(health).toEqual(['ok', 'err', 'err', 'ok']);
    expect(rules.groupsAt(3 * minute)[0]?.rules[0]?.lastError).toContain('many-to-many');
    const [first] = [...rules.store.select([makeMatcher('__name__', '=', 'z')], 0, 6 * minute)];
    expect(Array.from(first?.times ?? [], (time) => time / minute)).toEqual([0, 1, 2, 5, 6]);
  });

  it('leaves an alert in the state it was in', () => {
    const rules = rulesOf(`{ alert: A, expr: ${query} > 1, for: 2m }`, series);
    const states = [1, 3, 4, 5].map((at) => rules.groupsAt(at * minute)[0]?.rules[0]);
    expect(states).toMatchObject([
      { health: 'ok', state: 'pending' },
      { health: 'err', state: 'firing', alerts: [{ activeAt: 0 }] },
      { health: 'err', state: 'firing', alerts: [{ activeAt: 0 }] },
      { health: 'ok', state: 'firing', alerts: [{ activeAt: 0 }] },
    ]);
  });
});

describe('the store with rules', () => {
  const content = `groups:
    - name: g
      rules:
        - { record: y, expr: x, labels: { kind: recorded } }
        - { alert: A, expr: x > 0, labels: { severity: page } }`;

  /** Tells every name that was asked for. */
  function watched(asked: string[]): SampleStore {
    const store = pointsStore([parseSeries('x{i="a"} 1x9'), parseSeries('up 1x9')], minute);
    return {
      ...store,
      select(matchers, from, to) {
        asked.push(matchers.map(({ value }) => value).join(' '));
        return store.select(matchers, from, to);
      },
    };
  }

  it.each([
    ['up', ['up']],
    ['{__name__=~"u.*"}', ['u.*']],
    ['y{kind="other"}', ['y other']],
    ['ALERTS{alertname="B"}', ['ALERTS B']],
    ['ALERTS{severity="none"}', ['ALERTS none']],
    ['ALERTS', ['ALERTS', 'x']],
    ['ALERTS_FOR_STATE{alertname=~"A|B"}', ['ALERTS_FOR_STATE A|B', 'x']],
    ['y{kind="recorded"}', ['y recorded', 'x']],
    ['{i="a"}', ['a', 'x', 'x']],
  ])('evaluates for %s no rule that cannot match', (query, expected) => {
    const asked: string[] = [];
    const rules = createRules([{ path: 'f', content }], watched(asked), { start: 0 });
    evaluateInstant(query, minute, rules.store);
    expect(asked).toEqual(expected);
  });

  it('lists the series of rules where they have samples', () => {
    const rules = createRules([{ path: 'f', content }], watched([]), { start: 0 });
    const alert = { alertname: 'A', i: 'a', severity: 'page' };
    const derived = [
      { __name__: 'y', i: 'a', kind: 'recorded' },
      { __name__: 'ALERTS', alertstate: 'firing', ...alert },
      { __name__: 'ALERTS_FOR_STATE', ...alert },
    ];
    const all = [{ __name__: 'x', i: 'a' }, { __name__: 'up' }, ...derived];
    expect(rules.store.labelSets([], 0, minute)).toEqual(all);
    const twice = [[makeMatcher('i', '=', 'a')], [makeMatcher('kind', '!=', '')]];
    expect(rules.store.labelSets(twice, 0, minute)).toEqual(all.filter(({ __name__ }) => __name__ !== 'up'));
    expect(rules.store.labelSets([[makeMatcher('i', '=', 'b')]], 0, minute)).toEqual([]);
    expect(rules.store.labelSets([], 60 * minute, 61 * minute)).toEqual([]);
  });

  it('evaluates only what will be read', () => {
    const asked: string[] = [];
    const rules = createRules([{ path: 'f', content }], watched(asked));
    evaluateRange('y', { start: 0, end: 100 * 86_400_000, step: 86_400_000 }, rules.store);
    expect(asked.filter((query) => query === 'x').length).toBeLessThan(250);
  });

  it.each(['y[10y]', 'ALERTS @ 1e9 or count_over_time(ALERTS[1y])'])(
    'refuses what would take too long: %s',
    (query) => {
      const rules = createRules([{ path: 'f', content }], watched([]));
      expect(() => evaluateInstant(query, minute, rules.store)).toThrow('would evaluate rules too many times');
    },
  );

  it('has what a query of the template of an annotation asks for', () => {
    const text = '{{ with query "sum(ALERTS) + sum(y)" }}{{ . | first | value }}{{ end }}';
    const rule = `{ alert: A, expr: x > 0, annotations: { n: '${text}' } }, { record: y, expr: x }`;
    const [group] = rulesOf(rule, ['x 3x9']).groupsAt(minute);
    expect(group?.rules[0]).toMatchObject({ alerts: [{ annotations: { n: '4' } }] });
  });
});
