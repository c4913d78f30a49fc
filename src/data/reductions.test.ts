// @vitest-environment happy-dom
import { act, renderHook } from '@testing-library/react';
import * as v from 'valibot';
import { expect, it, test } from 'vitest';
import { panelSchema } from '../model/dashboard.ts';
import { type Reduction, useReductions } from './reductions.ts';

const sum = (label: string): Reduction => ({ kind: 'sum', label });

test.each<[string, Reduction, string]>([
  ['rate(a[5m])', { kind: 'top' }, 'topk(20, rate(a[5m]))'],
  ['a + b', sum('zone'), 'sum by (zone) (a + b)'],
  ['a # all of it', { kind: 'top' }, 'topk(20, a # all of it\n)'],
  ['a', sum('host.name'), 'sum by ("host.name") (a)'],
])('%s, %j: %s', (expr, reduction, expected) => {
  const panel = v.parse(panelSchema, {
    id: 'p',
    kind: 'timeseries',
    title: 't',
    queries: [{ expr: 'other' }, { expr, legend: '{{instance}}', instant: true }],
  });
  const { result } = renderHook(() => useReductions(panel));
  expect(result.current.panel).toBe(panel);
  act(() => result.current.choose(1, reduction));
  const [other, query] = result.current.panel.queries;
  expect(other).toBe(panel.queries[0]);
  expect(query).toMatchObject({ expr: expected, instant: true });
  // A sum has none of the labels that the legend may name.
  expect(query?.legend === undefined).toBe(reduction.kind === 'sum');
  act(() => result.current.choose(1, null));
  expect(result.current.panel.queries).toEqual(panel.queries);
});

it('a choice on one query leaves that on another', () => {
  const panel = v.parse(panelSchema, {
    id: 'p',
    kind: 'timeseries',
    title: 't',
    queries: [{ expr: 'a' }, { expr: 'b' }],
  });
  const { result } = renderHook(() => useReductions(panel));
  act(() => result.current.choose(0, { kind: 'top' }));
  act(() => result.current.choose(1, sum('x')));
  act(() => result.current.choose(0, null));
  expect(result.current.panel.queries.map(({ expr }) => expr)).toEqual(['a', 'sum by (x) (b)']);
});
