import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { dashboardSchema } from '../model/dashboard.ts';
import type { VariableValues } from '../prometheus/interpolate.ts';
import { findPanel, layOut } from './layout.ts';

const panel = (id: string, more: object = {}) => ({ id, kind: 'stat', title: id, queries: [{ expr: 'up' }], ...more });
const dashboard = (...rows: object[]) => v.parse(dashboardSchema, { title: 't', section: 'system', rows });
const sites: VariableValues = new Map([['site', { values: ['north', 'gate'], all: false }]]);
const ids = (...args: Parameters<typeof layOut>) => layOut(...args).map((row) => row.panels.map((p) => p.id));

describe('layOut', () => {
  it.each([
    { name: 'no repetition', rows: [{ panels: [panel('a'), panel('b')] }], expected: [['a', 'b']] },
    {
      name: 'a panel repeats in its place',
      rows: [{ panels: [panel('a', { repeat: 'site' }), panel('b')] }],
      expected: [['a--north', 'a--gate', 'b']],
    },
    {
      name: 'a row repeats as a whole',
      rows: [{ repeat: 'site', panels: [panel('a'), panel('b')] }],
      expected: [
        ['a--north', 'b--north'],
        ['a--gate', 'b--gate'],
      ],
    },
    {
      name: 'a panel without values to repeat by stands for its repetitions',
      rows: [{ panels: [panel('a', { repeat: 'nobody' }), panel('b')] }],
      expected: [['a', 'b']],
    },
    {
      name: 'a row without values stands for its repetitions, each of its panels once',
      rows: [{ repeat: 'nobody', panels: [panel('a', { repeat: 'site' }), panel('b')] }],
      expected: [['a', 'b']],
    },
  ])('$name', ({ rows, expected }) => {
    expect(ids(dashboard(...rows), sites)).toEqual(expected);
  });

  it('gives each repetition its own value', () => {
    const [row] = layOut(dashboard({ panels: [panel('a', { repeat: 'site' })] }), sites);
    expect(row?.panels.map((p) => p.variables.get('site')?.values)).toEqual([['north'], ['gate']]);
  });

  it('gives a repeating row an id per value, so that each collapses by itself', () => {
    const rows = layOut(dashboard({ repeat: 'site', panels: [panel('a')] }), sites);
    expect(rows.map((row) => row.id)).toEqual(['0--north', '0--gate']);
  });
});

describe('a panel that stands for its repetitions', () => {
  const rows = layOut(
    dashboard(
      { repeat: 'nobody', panels: [panel('a', { repeat: 'site' })] },
      { repeat: 'site', panels: [panel('b', { repeat: 'nobody' })] },
      { panels: [panel('c', { repeat: 'site' })] },
    ),
    sites,
  );

  it('says which variable it awaits', () => {
    expect(rows.flatMap(({ panels }) => panels.map(({ id, awaits }) => [id, awaits]))).toEqual([
      ['a', 'nobody'],
      ['b--north', 'nobody'],
      ['b--gate', 'nobody'],
      ['c--north', null],
      ['c--gate', null],
    ]);
  });

  it.each([
    ['a', 'a'],
    ['a--north--anybody', 'a'],
    ['b--gate--anybody', 'b--gate'],
    ['c--south', undefined],
    ['ab--north', undefined],
  ])('is found by the id of any of them: %s', (id, expected) => {
    expect(findPanel(rows, id)?.id).toBe(expected);
  });
});

describe('findPanel', () => {
  const rows = layOut(dashboard({ panels: [panel('a', { repeat: 'site' }), panel('b')] }), sites);
  it.each([
    ['a--gate', 'a--gate'],
    ['a', 'a--north'],
    ['b', 'b'],
    ['c', undefined],
  ])('%s', (id, expected) => {
    expect(findPanel(rows, id)?.id).toBe(expected);
  });
});
