import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { presentState, shares } from '../../charts/states/states.ts';
import type { PanelResult } from '../contract.ts';
import { decodeOptions } from './options.ts';
import { toStates } from './transform.ts';

const minute = 60_000;
const mappings = [
  { value: 0, text: 'Down', tone: 'critical' },
  { value: 1, text: 'Up', tone: 'ok' },
];

/** A query whose series have these values a minute apart; null: absent. */
function result(series: Readonly<Record<string, readonly (number | null)[]>>): PanelResult {
  const lengths = Object.values(series).map((values) => values.length);
  return {
    query: { expr: 'up', legend: { en: '{{instance}}', 'pt-BR': '{{instance}}' } },
    frame: {
      kind: 'range',
      step: minute,
      times: Float64Array.from({ length: Math.max(0, ...lengths) }, (_, i) => i * minute),
      series: Object.entries(series).map(([instance, values]) => ({
        labels: { instance },
        values: Float64Array.from(values, (value) => value ?? Number.NaN),
        present: Uint8Array.from(values, (value) => Number(value !== null)),
        histograms: null,
      })),
    },
  };
}

const states = (series: Parameters<typeof result>[0], options: Record<string, unknown> = { mappings }) =>
  toStates([result(series)], decodeOptions(options), 'en');

/** The blocks of the only row as `state from-to`, in minutes. */
function told(values: readonly (number | null)[], options?: Record<string, unknown>): string[] {
  const model = states({ a: values }, options);
  return (model.rows[0]?.blocks ?? []).map(
    ({ state, from, to }) => `${model.states[state]?.text} ${from / minute}-${to / minute}`,
  );
}

describe('blocks', () => {
  it.each([
    { name: 'equal neighbors are one', values: [1, 1, 0, 1], expected: ['Up 0-2', 'Down 2-3', 'Up 3-4'] },
    { name: 'an absent sample is a gap, not a state', values: [1, null, 1], expected: ['Up 0-1', 'Up 2-3'] },
    { name: 'NaN is a value', values: [Number.NaN, 1], expected: ['NaN 0-1', 'Up 1-2'] },
    { name: 'an unmapped value is a state of its own', values: [7, 7, 1], expected: ['7 0-2', 'Up 2-3'] },
    { name: 'nothing is nothing', values: [null, null], expected: [] },
  ])('$name', ({ values, expected }) => {
    expect(told(values)).toEqual(expected);
  });

  it('are one a step in a status history', () => {
    expect(told([1, 1, 0], { mappings, merge: false })).toEqual(['Up 0-1', 'Up 1-2', 'Down 2-3']);
  });

  it('have a name for absence where a mapping gives one', () => {
    const named = [...mappings, { special: 'absent', text: 'Gone', tone: 'warning' }];
    expect(told([1, null, 1], { mappings: named })).toEqual(['Up 0-1', 'Gone 1-2', 'Up 2-3']);
  });

  it('are the zones between thresholds where nothing is mapped', () => {
    const thresholds = [
      { value: null, tone: 'ok' },
      { value: 80, tone: 'warning' },
    ];
    expect(told([10, 20, 90], { thresholds })).toEqual(['< 80 0-2', '≥ 80 2-3']);
  });

  it('merge or not, cover the same time in the same states', () => {
    const values = fc.array(fc.constantFrom(0, 1, 2, null), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(values, (given) => {
        const merged = states({ a: given });
        const single = states({ a: given }, { mappings, merge: false });
        expect(shares(merged)).toEqual(shares(single));
        const known = given.filter((value) => value !== null).length;
        const spent = (merged.rows[0]?.blocks ?? []).reduce((sum, { from, to }) => sum + to - from, 0);
        expect(spent).toBe(known * minute);
      }),
    );
  });
});

describe('states', () => {
  it('differ by pattern: by tone where they have one, else in turn', () => {
    const tones = ['ok', 'info', 'warning', 'critical', 'neutral'].map((tone, value) => ({ value, text: tone, tone }));
    const patterns = (options: object) => states({ a: [0, 1, 2, 3, 4] }, { ...options }).states.map((s) => s.pattern);
    expect(new Set(patterns({ mappings: tones })).size).toBe(5);
    expect(new Set(patterns({}).slice(0, 4)).size).toBe(4);
  });
});

describe('rows', () => {
  const series = { 'c-10': [1, 1], 'c-2': [1, 0], 'c-1': [1, null] };
  const order = (sort: string) => states(series, { mappings, sort }).rows.map(({ name }) => name);

  it('are in the order asked for: what has ended stands after what is critical', () => {
    expect(order('name')).toEqual(['c-1', 'c-2', 'c-10']);
    expect(order('worst')).toEqual(['c-2', 'c-1', 'c-10']);
    expect(order('none')).toEqual(['c-10', 'c-2', 'c-1']);
  });

  it('say when they ended, and are in no state then', () => {
    const model = states(series);
    const ended = model.rows.map((row) => [row.name, row.endedAt, presentState(model, row)?.text ?? null]);
    expect(ended).toEqual([
      ['c-1', minute, null],
      ['c-2', null, 'Down'],
      ['c-10', null, 'Up'],
    ]);
  });

  it('of queries without series are empty', () => {
    expect(states({}).rows).toMatchObject([{ blocks: [], endedAt: null, isDown: false }]);
  });
});
