import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Series } from './frame.ts';
import { reduce, reducers, summarise } from './statistics.ts';

/** A series of samples; `null` is an absent one. */
function seriesOf(samples: readonly (number | null)[]): Series {
  const whole = samples.every((sample) => sample !== null);
  return {
    labels: {},
    values: Float64Array.from(samples, (sample) => sample ?? Number.NaN),
    present: whole ? null : Uint8Array.from(samples, (sample) => (sample === null ? 0 : 1)),
    histograms: null,
  };
}

const nan = Number.NaN;

describe('summarise', () => {
  it('leaves out what is absent and what is NaN', () => {
    expect(summarise(seriesOf([null, 3, nan, 1, 5, null]))).toEqual({
      last: 5,
      lastIndex: 4,
      first: 3,
      min: 1,
      mean: 3,
      max: 5,
      sum: 9,
      count: 3,
    });
  });

  it.each([[[]], [[null, null]], [[nan, null]]])('has no figures for %j', (samples) => {
    const { count, ...rest } = summarise(seriesOf(samples));
    expect(count).toBe(0);
    expect(Object.values(rest).every((figure) => figure === null)).toBe(true);
  });

  it('keeps the infinities', () => {
    expect(summarise(seriesOf([1, Number.POSITIVE_INFINITY]))).toMatchObject({ max: Number.POSITIVE_INFINITY, min: 1 });
  });

  it('agrees with the plain definitions', () => {
    const samples = fc.array(fc.option(fc.oneof(fc.integer({ min: -1e6, max: 1e6 }), fc.constant(nan))));
    fc.assert(
      fc.property(samples, (values) => {
        const numbers = values.filter((value): value is number => value !== null && !Number.isNaN(value));
        fc.pre(numbers.length > 0);
        const sum = numbers.reduce((total, value) => total + value, 0);
        expect(summarise(seriesOf(values))).toEqual({
          last: numbers.at(-1),
          lastIndex: values.findLastIndex((value) => value !== null && !Number.isNaN(value)),
          first: numbers[0],
          min: Math.min(...numbers),
          max: Math.max(...numbers),
          mean: sum / numbers.length,
          sum,
          count: numbers.length,
        });
      }),
    );
  });
});

describe('reduce', () => {
  it.each([
    ['last', [1, 2, 3], 3],
    ['last', [1, 2, nan], nan],
    ['last', [1, 2, null], 'absent'],
    ['lastNotNull', [1, 2, null], 2],
    ['lastNotNull', [1, 2, nan, null], 2],
    ['lastNotNull', [nan, null], nan],
    ['first', [null, nan, 4, 2], 4],
    ['min', [3, 1, 2], 1],
    ['max', [3, 1, 2], 3],
    ['mean', [3, 1, null, 2], 2],
    ['sum', [3, null, 2], 5],
    ['sum', [nan], nan],
    ['count', [3, null, nan, 2], 2],
    ['delta', [null, 3, 9, 10, null], 7],
  ] as const)('%s of %j is %s', (by, samples, expected) => {
    expect(reduce(seriesOf(samples), by)).toBe(expected);
  });

  it.each(reducers)('%s of a series without samples is not mistaken for a value', (by) => {
    expect(reduce(seriesOf([null, null]), by)).toBe(by === 'count' ? 0 : 'absent');
    expect(reduce(seriesOf([]), by)).toBe(by === 'count' ? 0 : 'absent');
  });
});
