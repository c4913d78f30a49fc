import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateInstant } from '../../../mocks/promql/evaluate.ts';
import type { Frame } from '../../model/frame.ts';
import { type Buckets, countsOf, pooled, quantileAt, toBuckets, totalsOf } from './buckets.ts';

const minute = 60_000;

/** A frame of one series for each bound, a minute apart; null: absent. */
function frame(columns: Readonly<Record<string, readonly (number | null)[]>>, name = 'le'): Frame {
  const count = Math.max(0, ...Object.values(columns).map((values) => values.length));
  return {
    kind: 'range',
    step: minute,
    times: Float64Array.from({ length: count }, (_, i) => i * minute),
    series: Object.entries(columns).map(([bound, values]) => ({
      labels: { [name]: bound },
      values: Float64Array.from(values, (value) => value ?? Number.NaN),
      present: Uint8Array.from(values, (value) => Number(value !== null)),
      histograms: null,
    })),
  };
}

function buckets(columns: Parameters<typeof frame>[0]): Buckets {
  const result = toBuckets(frame(columns));
  if (typeof result === 'string') throw new Error(result);
  return result;
}

describe('toBuckets', () => {
  it('orders bounds as numbers, whatever their order and writing', () => {
    expect(buckets({ '+Inf': [9], '10': [8], '2.5': [5], '0.5': [1] }).bounds).toEqual([0.5, 2.5, 10, Infinity]);
  });

  it.each([
    ['no bounds', frame({ a: [1] }, 'job'), 'no-le'],
    ['a bound that is no number', frame({ fast: [1] }), 'no-le'],
    ['a bound twice', frame({ '1': [1], '1.0': [1] }), 'several'],
  ] as const)('refuses %s', (_, given, problem) => {
    expect(toBuckets(given)).toBe(problem);
  });
});

describe('countsOf', () => {
  it.each([
    { name: 'differences to the bucket below', columns: { '1': [2], '2': [5], '+Inf': [9] }, expected: [2, 3, 4] },
    { name: 'nothing negative where a count falls', columns: { '1': [4], '2': [3], '+Inf': [9] }, expected: [4, 0, 5] },
    {
      name: 'what is next to an absent bucket is not known either',
      columns: { '1': [2], '2': [null], '+Inf': [9] },
      expected: [2, Number.NaN, Number.NaN],
    },
    { name: 'zero is zero', columns: { '1': [0], '+Inf': [0] }, expected: [0, 0] },
  ])('$name', ({ columns, expected }) => {
    expect([...countsOf(buckets(columns))]).toEqual(expected);
  });

  it('add up to the count of all', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { minLength: 2, maxLength: 12 }), (increases) => {
        let sum = 0;
        const entries = increases.map((increase, i) => {
          sum += increase;
          return [i === increases.length - 1 ? '+Inf' : `${i + 1}`, [sum]] as const;
        });
        const made = buckets(Object.fromEntries(entries));
        expect(countsOf(made).reduce((all, count) => all + count, 0)).toBe(sum);
        expect([...totalsOf(made)]).toEqual([sum]);
      }),
    );
  });
});

describe('pooled', () => {
  it('takes the mean of what is known, in columns that begin at multiples of their width', () => {
    const made = pooled(buckets({ '1': [2, 4, null, 6], '+Inf': [2, 4, null, null] }), 2);
    expect(made.interval).toBe(2 * minute);
    expect([...made.times]).toEqual([0.5 * minute, 2.5 * minute]);
    expect(made.cumulative.map((column) => [...column])).toEqual([
      [3, 6],
      [3, Number.NaN],
    ]);
  });
});

describe('quantileAt', () => {
  it('is what histogram_quantile says', () => {
    const bounds = [0.1, 0.5, 1, 2.5, Number.POSITIVE_INFINITY];
    const increases = fc.array(fc.nat(50), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(increases, fc.double({ min: 0, max: 1, noNaN: true }), (given, q) => {
        let sum = 0;
        const counts = given.map((increase) => {
          sum += increase;
          return sum;
        });
        const stored = bounds.map((bound, i) => ({
          labels: { __name__: 'x_bucket', le: bound === Number.POSITIVE_INFINITY ? '+Inf' : `${bound}` },
          times: Float64Array.of(0),
          values: Float64Array.of(counts[i] ?? 0),
          stale: null,
        }));
        const answer = evaluateInstant(`histogram_quantile(${q}, x_bucket)`, 0, { select: () => stored });
        const expected = answer.type === 'vector' ? (answer.series[0]?.values[0] ?? Number.NaN) : Number.NaN;
        const columns = Object.fromEntries(stored.map(({ labels, values }) => [labels.le, [...values]]));
        const { value } = quantileAt(buckets(columns), q, 0);
        if (Number.isNaN(expected)) expect(value).toBeNaN();
        else expect(value).toBeCloseTo(expected, 9);
      }),
    );
  });

  it('says when it is beyond the last bound', () => {
    expect(quantileAt(buckets({ '1': [1], '+Inf': [10] }), 0.9, 0)).toEqual({ value: 1, beyond: true });
  });

  it.each([
    { name: 'no bucket without an end', columns: { '1': [1], '2': [3] } },
    { name: 'no values', columns: { '1': [0], '+Inf': [0] } },
    { name: 'nothing known', columns: { '1': [1], '+Inf': [null] } },
  ])('is not a number with $name', ({ columns }) => {
    expect(quantileAt(buckets(columns), 0.5, 0).value).toBeNaN();
  });
});
