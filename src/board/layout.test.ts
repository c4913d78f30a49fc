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
    { name: 'nothing to repeat by', rows: [{ panels: [panel('a', { repeat: 'nobody' })] }], expected: [[]] },
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
