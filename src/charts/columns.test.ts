import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chartModel, chartSeries, gridOf } from '../testing/frames.ts';
import { toColumns, unionOfTimes } from './columns.ts';

const none: ReadonlySet<string> = new Set();
const log = { unit: 'short', decimals: undefined, min: undefined, max: undefined, scale: 'log' } as const;
const sample = fc.option(fc.double({ min: 0, max: 1e6, noNaN: true }));
/** Several series on one grid. */
const table = fc
  .integer({ min: 1, max: 12 })
  .chain((length) =>
    fc.array(fc.array(sample, { minLength: length, maxLength: length }), { minLength: 1, maxLength: 5 }),
  );
const seriesFrom = (rows: readonly (readonly (number | null)[])[]) =>
  rows.map((row, i) => chartSeries(row, { key: `${i}` }));

describe('columns of a chart', () => {
  it("are the frame's own arrays where nothing has to change", () => {
    const series = chartSeries([1, 2, 3]);
    const { times, values } = toColumns(chartModel([series]), none);
    expect(times).toBe(series.times);
    expect(values[0]).toBe(series.samples.values);
  });

  it.each([
    ['an absence breaks the line', [1, null, 3], {}, 0, [1, null, 3]],
    ['NaN breaks the line', [1, Number.NaN, 3], {}, 0, [1, null, 3]],
    ['the infinities break the line', [1, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY], {}, 0, [1, null, null]],
    ['an absence no longer than is usual does not', [1, null, 3], {}, 20, [1, undefined, 3]],
    ['a longer one does', [1, null, null, 3], {}, 20, [1, null, null, 3]],
    ['NaN breaks it however short', [1, Number.NaN, 3], {}, 20, [1, null, 3]],
    ['absences at the ends stay breaks', [null, 2, null], {}, 20, [null, 2, null]],
    ['a mirrored series goes down', [1, null, 3], { mirrored: true }, 0, [-1, null, -3]],
  ] as const)('%s', (_, values, given, unbroken, expected) => {
    const [column] = toColumns(chartModel([chartSeries(values, given)], { unbroken }), none).values;
    expect([...(column ?? [])].map((value) => (Number.isNaN(value) ? null : value))).toEqual(expected);
  });

  it('have no zero and nothing below it on a logarithmic axis', () => {
    const model = chartModel([chartSeries([10, 0, -1])], { left: log });
    expect(toColumns(model, none).values[0]).toEqual([10, null, null]);
  });

  it('never make a number of what is absent or not finite', () => {
    fc.assert(
      fc.property(table, fc.constantFrom('none', 'normal', 'percent'), fc.nat(40), (rows, stack, unbroken) => {
        const { values } = toColumns(chartModel(seriesFrom(rows), { stack, unbroken }), none);
        rows.forEach((row, s) => {
          row.forEach((value, i) => {
            if (value === null) expect(Number.isFinite(values[s]?.[i])).toBe(false);
          });
        });
      }),
    );
  });

  it.each([
    [
      [1, null, 3],
      [0, 2],
    ],
    [[1, 2, null, 4], [3]],
    [[1, 2, 3], null],
    [[null, null], null],
    [[1], [0]],
  ])('name the samples of %j that no line would show', (values, lone) => {
    expect(toColumns(chartModel([chartSeries(values)]), none).lone).toEqual([lone]);
  });
});

describe('the times of several series', () => {
  const grid = fc.record({ count: fc.nat(20), step: fc.integer({ min: 1, max: 9 }), from: fc.nat(30) });

  it('hold every time once, in order', () => {
    fc.assert(
      fc.property(fc.array(grid, { maxLength: 4 }), (grids) => {
        const arrays = grids.map(({ count, step, from }) => gridOf(count, step, from));
        const expected = [...new Set(arrays.flatMap((times) => [...times]))].sort((a, b) => a - b);
        expect([...unionOfTimes(arrays)]).toEqual(expected);
      }),
    );
  });

  it('lose no sample and invent none', () => {
    fc.assert(
      fc.property(fc.array(grid, { minLength: 1, maxLength: 4 }), (grids) => {
        const series = grids.map(({ count, step, from }, i) =>
          chartSeries([...gridOf(count, 1, 100)], { key: `${i}`, interval: step, times: gridOf(count, step, from) }),
        );
        const { times, values } = toColumns(chartModel(series), none);
        series.forEach((one, s) => {
          const drawn = [...times].flatMap((time, i) => {
            const value = values[s]?.[i];
            return typeof value === 'number' ? [[time, value]] : [];
          });
          expect(drawn).toEqual([...one.times].map((time, i) => [time, one.samples.values[i]]));
        });
      }),
    );
  });
});

describe('a stack', () => {
  it('ends where the samples of a time sum to, and starts each series where the one before ended', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const { values, bases } = toColumns(chartModel(seriesFrom(rows), { stack: 'normal' }), none);
        rows[0]?.forEach((_, i) => {
          let pile = 0;
          rows.forEach((row, s) => {
            expect(bases[s]?.[i]).toBeCloseTo(pile, 3);
            const value = row[i] ?? null;
            if (value === null) return;
            pile += value;
            expect(values[s]?.[i]).toBeCloseTo(pile, 3);
          });
        });
      }),
    );
  });

  it('in percent comes to the whole wherever there is something', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const { values } = toColumns(chartModel(seriesFrom(rows), { stack: 'percent' }), none);
        rows[0]?.forEach((_, i) => {
          const tops = values.map((column) => column[i]).filter((value) => typeof value === 'number');
          const total = rows.reduce((sum, row) => sum + (row[i] ?? 0), 0);
          if (total > 0) expect(Math.max(...tops)).toBeCloseTo(1, 9);
          else expect(tops).toEqual([]);
        });
      }),
    );
  });

  it('in percent names the samples that no line would show', () => {
    const rows = seriesFrom([
      [0, 5, 0, 0],
      [0, 5, 0, 0],
    ]);
    const { values, lone } = toColumns(chartModel(rows, { stack: 'percent' }), none);
    expect(values).toEqual([
      [null, 0.5, null, null],
      [null, 1, null, null],
    ]);
    expect(lone).toEqual([[1], [1]]);
  });

  it('leaves hidden series out', () => {
    const model = chartModel(
      seriesFrom([
        [1, 2],
        [10, 20],
        [100, 200],
      ]),
      { stack: 'normal' },
    );
    expect(toColumns(model, new Set(['1'])).values[2]).toEqual([101, 202]);
  });

  it.each([
    ['normal', [[1], [200], [11]]],
    ['percent', [[1 / 11], [200], [1]]],
  ] as const)('of kind %s leaves what stands on its own as it is', (stack, expected) => {
    const limit = chartSeries([200], { key: 'limit', stacked: false });
    const model = chartModel([chartSeries([1]), limit, chartSeries([10], { key: 'b' })], { stack });
    const { values, bases } = toColumns(model, none);
    expect(values.map((column) => [...column])).toEqual(expected);
    expect(bases[1]).toBeNull();
  });

  it('holds no sample of what stands on its own', () => {
    const fast = chartSeries([1, 1, 1, 1], { key: 'fast', interval: 10 });
    const slow = chartSeries([5, 7], { key: 'slow', interval: 20, stacked: false });
    expect(toColumns(chartModel([slow, fast], { stack: 'normal' }), none).values[0]).toEqual([
      5,
      undefined,
      7,
      undefined,
    ]);
  });

  it('piles up each axis and each direction by itself', () => {
    const model = chartModel(
      [
        chartSeries([1], { key: 'up' }),
        chartSeries([2], { key: 'down', mirrored: true }),
        chartSeries([3], { key: 'down too', mirrored: true }),
        chartSeries([4], { key: 'right', side: 'right' }),
        chartSeries([5], { key: 'up too' }),
      ],
      { stack: 'normal' },
    );
    expect(toColumns(model, none).values).toEqual([[1], [-2], [-5], [4], [6]]);
  });

  it('holds a slower series between its samples, for no longer than its interval', () => {
    const fast = chartSeries([1, 1, 1, 1, 1], { key: 'fast', interval: 10 });
    const slow = chartSeries([5, 7], { key: 'slow', interval: 20 });
    expect(toColumns(chartModel([slow, fast], { stack: 'normal' }), none).values[1]).toEqual([6, 6, 8, 8, 1]);
  });
});
