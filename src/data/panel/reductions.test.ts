// @vitest-environment happy-dom
import { act, renderHook } from '@testing-library/react';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { panelSchema } from '../../model/dashboard.ts';
import { useReductions } from './reductions.ts';

it('each query is asked as it was chosen, and as it was after an undo', () => {
  const panel = v.parse(panelSchema, {
    id: 'p',
    kind: 'timeseries',
    title: 't',
    queries: [{ expr: 'a' }, { expr: 'b' }],
  });
  const { result } = renderHook(() => useReductions(panel));
  const asked = () => result.current.panel.queries.map(({ expr }) => expr);
  expect(result.current.panel).toBe(panel);
  act(() => result.current.choose(0, { reduction: { kind: 'top' }, query: { expr: 'topk(20, a)' } }));
  expect(asked()).toEqual(['topk(20, a)', 'b']);
  act(() => result.current.choose(1, { reduction: { kind: 'sum', label: 'x' }, query: { expr: 'sum by (x) (b)' } }));
  act(() => result.current.choose(0, null));
  expect(asked()).toEqual(['a', 'sum by (x) (b)']);
  act(() => result.current.choose(1, null));
  expect(result.current.panel).toBe(panel);
});
