import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ascending } from '../statistics.ts';
import { medianDeviation, SortedWindow } from './sorted-window.ts';

const value = fc.oneof(
  fc.integer({ min: -5, max: 5 }).map((number) => number + 0),
  fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }).map((number) => number + 0),
);
const moves = fc.array(fc.record({ forward: fc.nat(5), grow: fc.nat(9) }), { maxLength: 30 });

describe('a sorted window', () => {
  it('holds at every place what sorting the window gives', () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 200 }), moves, (numbers, steps) => {
        const values = Float64Array.from(numbers);
        const window = new SortedWindow();
        let from = 0;
        let to = 0;
        for (const { forward, grow } of steps) {
          to = Math.min(values.length, to + grow);
          from = Math.min(to, from + forward);
          if (to === from) continue;
          const sorted = window.slide({ times: values, values, from, to, start: 0, end: 0 });
          expect(Array.from(sorted)).toEqual(Array.from(values.subarray(from, to)).sort(ascending));
        }
      }),
    );
  });
});

/** The median as its definition has it. */
function median(sorted: readonly number[]): number {
  const upper = sorted[sorted.length >> 1] ?? 0;
  return sorted.length % 2 === 1 ? upper : (sorted[(sorted.length >> 1) - 1] ?? 0) * 0.5 + upper * 0.5;
}

describe('the median deviation', () => {
  it('is the median of the distances from the median', () => {
    const finite = fc.integer({ min: -50, max: 50 });
    fc.assert(
      fc.property(fc.array(finite, { minLength: 1, maxLength: 40 }), (numbers) => {
        const sorted = [...numbers].sort(ascending);
        const distances = sorted.map((number) => Math.abs(number - median(sorted))).sort(ascending);
        expect(medianDeviation(Float64Array.from(sorted))).toBe(median(distances));
      }),
    );
  });

  it('is NaN where a value is', () => {
    expect(medianDeviation(Float64Array.of(Number.NaN, 1, 2))).toBeNaN();
  });
});
