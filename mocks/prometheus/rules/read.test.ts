import { describe, expect, it } from 'vitest';
import { createRules } from './rules.ts';
import { minute, pointsStore } from './testing.ts';

const good = '{ alert: Good, expr: vector(1) }';
const store = pointsStore([], minute);

function read(content: string): unknown[] {
  const files = [
    { path: 'a.yml', content },
    { path: 'b.yml', content: `groups: [{ name: other, rules: [${good}] }]` },
  ];
  const groups = createRules(files, store, { start: 0 }).groupsAt(minute);
  expect(groups.at(-1)?.rules).toMatchObject([{ name: 'Good', health: 'ok', state: 'firing' }]);
  return groups.slice(0, -1);
}

describe('a file of rules', () => {
  it('is shown as it is written', () => {
    const content = `
groups:
  - name: g
    interval: 30s
    limit: 10
    labels: { team: a, severity: b }
    rules:
      - alert: A
        expr: |
          vector(1)
        for: 1h
        keep_firing_for: 5m
        labels: { severity: 3 }
        annotations: { summary: "{{ $value }}" }
      - { record: r, expr: vector(2) }`;
    const expression = { query: 'vector(1)', duration: 3600, keepFiringFor: 300 };
    expect(read(content)).toMatchObject([
      {
        name: 'g',
        file: 'a.yml',
        interval: 30,
        lastEvaluation: minute,
        rules: [
          {
            ...{ type: 'alerting', name: 'A', health: 'ok', state: 'pending', lastEvaluation: minute, ...expression },
            ...{ labels: { team: 'a', severity: '3' }, annotations: { summary: '{{ $value }}' } },
            alerts: [{ value: 1, activeAt: 0, annotations: { summary: '1' } }],
          },
          { type: 'recording', name: 'r', query: 'vector(2)', labels: { team: 'a', severity: 'b' }, health: 'ok' },
        ],
      },
    ]);
  });

  it.each(['', 'groups:', 'groups: []', '# nothing'])('may be empty: %j', (content) => {
    expect(read(content)).toEqual([]);
  });

  it('may have groups without rules, and empty maps', () => {
    const content =
      'groups:\n  - name: a\n    rules:\n  - name: b\n    rules:\n      - record: r\n        expr: "1"\n        labels:\n';
    expect(read(content)).toMatchObject([
      { name: 'a', rules: [] },
      { name: 'b', rules: [{ health: 'ok' }] },
    ]);
  });

  it.each([
    ['groups: [', 'a.yml', 'Flow sequence'],
    ['groups: {}', 'a.yml', 'groups: '],
    ['rules: []', 'a.yml', 'rules'],
    ['- a', 'a.yml', 'Invalid key'],
    ['groups: [{ rules: [] }]', 'group 1', 'name'],
    ['groups: [{ name: g, interval: soon }]', 'g', 'interval: not a valid duration string'],
    ['groups: [{ name: g, rule: [] }]', 'g', 'rule'],
    ['groups: [{ name: g, rules: [{ expr: a }] }]', 'rule 1', "one of 'record' or 'alert' must be set"],
    [
      'groups: [{ name: g, rules: [{ record: a, alert: b, expr: a }] }]',
      'b',
      "only one of 'record' and 'alert' must be set",
    ],
    ['groups: [{ name: g, rules: [{ alert: b }] }]', 'b', "field 'expr' must be set in rule"],
    ['groups: [{ name: g, rules: [{ alert: b, expr: "sum(" }] }]', 'b', 'could not parse expression: 1:'],
    ['groups: [{ name: g, rules: [{ alert: b, expr: "x[5m]" }] }]', 'b', 'rule result is not a vector or scalar'],
    ['groups: [{ name: g, rules: [{ alert: b, expr: x, four: 5m }] }]', 'b', 'four'],
    ['groups: [{ name: g, rules: [{ alert: b, expr: x, for: 5 minutes }] }]', 'b', 'for: not a valid duration string'],
    ['groups: [{ name: g, rules: [{ alert: b, expr: x, labels: { __name__: x } }] }]', 'b', 'invalid label name'],
    ['groups: [{ name: g, rules: [{ record: b, expr: x, for: 5m }] }]', 'b', "invalid field 'for' in recording rule"],
    ['groups: [{ name: g, rules: [{ record: "b{}", expr: x }] }]', 'b{}', 'invalid recording rule name: b{}'],
    ['groups: [{ name: g, rules: [text] }]', 'rule 1', 'Expected Object'],
  ])('with %s says what is wrong', (content, name, problem) => {
    expect(read(content)).toMatchObject([
      { rules: [{ name, health: 'err', lastError: expect.stringContaining(problem) }] },
    ]);
  });

  it('keeps the good rules beside a broken one', () => {
    const rules = read(
      `groups: [{ name: g, rules: [{ alert: Bad, expr: "(" }, ${good}] }, { name: h, rules: [${good}] }]`,
    );
    const fine = { name: 'Good', state: 'firing' };
    expect(rules).toMatchObject([
      { rules: [{ name: 'Bad', health: 'err', state: 'inactive', alerts: [] }, fine] },
      { rules: [fine] },
    ]);
  });
});
