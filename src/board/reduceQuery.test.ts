import { expect, test } from 'vitest';
import type { Reduction } from '../data/panel/reductions.ts';
import { reduceQuery } from './reduceQuery.ts';

const sum = (label: string): Reduction => ({ kind: 'sum', label });
const legend = { en: '{{instance}}', 'pt-BR': '{{instance}}' };

test.each<[string, Reduction, string]>([
  ['rate(a[5m])', { kind: 'top' }, 'topk(20, rate(a[5m]))'],
  ['a + b', sum('zone'), 'sum by (zone) (a + b)'],
  ['a # all of it', { kind: 'top' }, 'topk(20, a # all of it\n)'],
  ['a', sum('host.name'), 'sum by ("host.name") (a)'],
])('%s, %j: %s', (expr, reduction, expected) => {
  const { query } = reduceQuery({ expr, legend, instant: true }, reduction);
  // A sum has none of the labels that the legend may name.
  expect(query).toEqual({ expr: expected, instant: true, ...(reduction.kind === 'top' && { legend }) });
});
