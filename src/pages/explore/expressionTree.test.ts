import { describe, expect, it } from 'vitest';
import { countOf, type ExpressionNode, expressionTree } from './expressionTree.ts';

/** The tree as nested lists of text and type. */
function outline(node: ExpressionNode | null): unknown {
  return node && [`${node.text}: ${node.type}`, ...node.children.map(outline)];
}

describe('expressionTree', () => {
  it.each<[string, unknown]>([
    ['up', ['up: vector']],
    ['1 + 2', ['1 + 2: scalar', ['1: scalar'], ['2: scalar']]],
    ['(((up)))', ['up: vector']],
    ['rate(up{a="b"}[5m])', ['rate(up{a="b"}[5m]): vector', ['up{a="b"}[5m]: matrix']]],
    ['up offset 5m', ['up offset 5m: vector', ['up: vector']]],
    ['max_over_time(up[1h:5m])', ['max_over_time(up[1h:5m]): vector', ['up[1h:5m]: matrix', ['up: vector']]]],
    [
      'sum by (job) (rate(a[5m])) / on (job) group_left -(b)',
      [
        'sum by (job) (rate(a[5m])) / on (job) group_left -(b): vector',
        ['sum by (job) (rate(a[5m])): vector', ['rate(a[5m]): vector', ['a[5m]: matrix']]],
        ['-(b): vector', ['b: vector']],
      ],
    ],
    ['topk(3, up)', ['topk(3, up): vector', ['3: scalar'], ['up: vector']]],
    ['vector(time())', ['vector(time()): vector', ['time(): scalar']]],
    ['sum(', null],
    ['', null],
  ])('of %s', (text, expected) => {
    expect(outline(expressionTree(text))).toEqual(expected);
  });

  it('is told where each part stands', () => {
    const text = 'sum(a) / b';
    const parts = expressionTree(text)?.children ?? [];
    expect(parts.map(({ from, to }) => text.slice(from, to))).toEqual(['sum(a)', 'b']);
  });
});

it.each([
  ['up', 'count(up\n)'],
  ['up[5m]', 'count(last_over_time(up[5m]\n))'],
  ['7', null],
  ['"x"', null],
])('the series of %s are counted by %j', (text, expected) => {
  const tree = expressionTree(text);
  expect(tree && countOf(tree)).toBe(expected);
});
