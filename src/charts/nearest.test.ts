import { describe, expect, it } from 'vitest';
import { chartModel, chartSeries } from '../testing/frames.ts';
import { nearestRows } from './nearest.ts';

const none: ReadonlySet<string> = new Set();
const lines = (...values: (number | null)[]) =>
  chartModel(values.map((value, i) => chartSeries([value, 0], { key: `${i}`, name: `${i}` })));
const names = (rows: ReturnType<typeof nearestRows>['rows']) => rows.map(({ series }) => series.name);

describe('the series at the crosshair', () => {
  it('are listed by value, NaN last, and absent ones not at all', () => {
    const { rows, total } = nearestRows(lines(2, Number.NaN, 3, null, 0), none, 0, null, () => 0);
    expect(rows.map(({ value }) => value)).toEqual([3, 2, 0, Number.NaN]);
    expect(total).toBe(4);
  });

  it('are those that are shown', () => {
    expect(names(nearestRows(lines(1, 2, 3), new Set(['1']), 0, null, () => 0).rows)).toEqual(['2', '0']);
  });

  it('are the twelve nearest to the pointer, or the largest without one', () => {
    const model = lines(...Array.from({ length: 30 }, (_, i) => i));
    const near = nearestRows(model, none, 0, 50, (i) => i * 10);
    expect(names(near.rows)).toEqual(Array.from({ length: 12 }, (_, i) => `${11 - i}`));
    expect(near.total).toBe(30);
    expect(names(nearestRows(model, none, 0, null, (i) => i * 10).rows)[0]).toBe('29');
  });

  it.each([
    ['at its sample', 10, [20]],
    ['within half an interval of it', 13, [20]],
    ['farther away than that after the last', 17, []],
    ['before the first', -6, []],
  ])('have a figure %s', (_, time, values) => {
    const model = chartModel([chartSeries([10, 20])]);
    expect(nearestRows(model, none, time, null, () => 0).rows.map(({ value }) => value)).toEqual(values);
  });
});
