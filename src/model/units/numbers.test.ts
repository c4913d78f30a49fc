import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languages } from '../language.ts';
import { formatDigits } from './numbers.ts';

const usual = fc.double({ min: -1e15, max: 1e15, noNaN: true, maxExcluded: true, minExcluded: true });
const small = fc.double({ min: -1e-3, max: 1e-3, noNaN: true });
/** What ends in a half at some place, where rounding is decided. */
const half = fc
  .tuple(fc.integer({ min: -1e6, max: 1e6 }), fc.integer({ min: 1, max: 9 }))
  .map(([n, d]) => (n * 5) / 10 ** d);
const value = fc.oneof(
  usual,
  small,
  half,
  fc.integer({ min: -1e6, max: 1e6 }),
  fc.constantFrom(0, -0, 1.005, 999.995, -0.04, 999856014390236.2, -322514457.75075585),
);
const decimals = fc.oneof(
  fc.integer({ min: 0, max: 9 }).map((exactly) => ({ exactly })),
  fc.integer({ min: 0, max: 9 }).map((most) => ({ most })),
);

describe('the digits of a plain number', () => {
  it.each(languages)('are those of Intl in %s', (language) => {
    fc.assert(
      fc.property(value, decimals, fc.constantFrom('always', 'min2'), (number, digits, grouping) => {
        const isExact = 'exactly' in digits;
        fc.pre(isExact || number === 0 || Math.abs(number) >= 1e-6);
        const format = new Intl.NumberFormat(language, {
          useGrouping: grouping,
          signDisplay: 'negative',
          minimumFractionDigits: isExact ? digits.exactly : 0,
          maximumFractionDigits: isExact ? digits.exactly : digits.most,
        });
        expect(formatDigits(number, { language, decimals: digits, grouping, currency: null })).toBe(
          format.format(number),
        );
      }),
      { numRuns: 2000 },
    );
  });
});
