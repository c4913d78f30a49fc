import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PromqlError } from './errors.ts';
import { evaluateInstant, evaluateRange } from './evaluate.ts';
import { matchesAll } from './matchers.ts';
import type { SeriesSource, StoredSeries } from './values.ts';

/** A source of these series, of which it gives the samples asked for and no others. */
function sourceOf(...series: readonly StoredSeries[]): SeriesSource {
  return {
    select: (matchers, from, to) =>
      series
        .filter(({ labels }) => matchesAll(matchers, labels))
        .map(({ labels, times, values, stale }) => {
          const inside = (_: number, i: number): boolean => (times[i] ?? 0) >= from && (times[i] ?? 0) <= to;
          return {
            labels,
            times: times.filter(inside),
            values: values.filter(inside),
            stale: stale?.filter(inside) ?? null,
          };
        }),
  };
}

/** A series with a sample every 15 s from the epoch on. */
function every15s(
  labels: Record<string, string>,
  values: readonly number[],
  stale: number | null = null,
): StoredSeries {
  return {
    labels,
    times: Float64Array.from(values, (_, i) => i * 15_000),
    values: Float64Array.from(values),
    stale: stale === null ? null : Uint8Array.from(values, (_, i) => Number(i === stale)),
  };
}

const counting = Array.from({ length: 41 }, (_, i) => i * 30);
const source = sourceOf(
  every15s({ __name__: 'requests_total', path: '/a' }, counting),
  every15s({ __name__: 'requests_total', path: '/b' }, counting),
  every15s({ __name__: 'gone' }, [1, 1, Number.NaN], 2),
);

function errorOf(query: string): PromqlError | null {
  try {
    evaluateInstant(query, 600_000, source);
    return null;
  } catch (error) {
    if (error instanceof PromqlError) return error;
    throw error;
  }
}

describe('errors', () => {
  it.each([
    ['', 'bad_data', /no expression found/],
    ['sum(requests_total', 'bad_data', /1:19: parse error: unclosed left parenthesis/],
    ['no_such_function(requests_total)', 'bad_data', /1:1: parse error: unknown function with name "no_such_function"/],
    ['requests_total[5m', 'bad_data', /unclosed left bracket/],
    ['requests_total{a="b"', 'bad_data', /unexpected end of input inside braces/],
    ['requests_total)', 'bad_data', /unexpected right parenthesis '\)'/],
    ['requests_total[300y]', 'bad_data', /duration out of range/],
    ['1e999', 'bad_data', /value out of range/],
    ['nothing_known(1)', 'bad_data', /parse error/],
    ['rate(requests_total)', 'bad_data', /expected type range vector in call to function "rate", got instant vector/],
    ['1 == 1', 'bad_data', /must use BOOL/],
    ['requests_total[5m] + 1', 'bad_data', /must contain only scalar and instant vector/],
    ['{path=~".*"}', 'bad_data', /at least one non-empty matcher/],
    ['requests_total{path=~"("}', 'bad_data', /missing/],
    ['requests_total[0s]', 'bad_data', /greater than 0/],
    ['"open', 'bad_data', /parse error/],
    ['rate(sum(requests_total)[5m])', 'bad_data', /ranges only allowed for vector selectors/],
    ['requests_total + on() requests_total', 'execution', /many-to-many matching not allowed/],
    ['label_replace(requests_total, "path", "x", "", "")', 'execution', /same labelset/],
    ['topk(NaN, requests_total)', 'execution', /Parameter value is NaN/],
    ['label_replace(requests_total, "a", "x", "path", "(")', 'execution', /missing/],
    ['requests_total offset 1m offset 2m', 'bad_data', /multiple times/],
    ['requests_total offset 1m [5m]', 'bad_data', /before range/],
    ['requests_total @ 1 @ 2', 'bad_data', /multiple times/],
    ['rate(requests_total[5m] smoothed)', 'bad_data', /smoothed modifier is experimental and not enabled/],
    ['rate(requests_total[5m] anchored)', 'bad_data', /anchored modifier is experimental and not enabled/],
    ['requests_total + fill(0) requests_total', 'bad_data', /fill modifiers are experimental and not enabled/],
    ['info(requests_total)', 'bad_data', /function "info" is not enabled/],
    ['start_timestamp(requests_total)', 'bad_data', /function "start_timestamp" is not enabled/],
    ['max_over_time(requests_total[10y:1ms])', 'execution', /too many samples/],
    ['histogram_sum(requests_total)', 'execution', /native histograms/],
  ])('%s is %s', (query, errorType, message) => {
    const error = errorOf(query);
    expect(error?.errorType).toBe(errorType);
    expect(error?.message).toMatch(message);
  });

  it('takes the names that every object has for labels like any other', () => {
    const query = 'label_replace(gone{constructor=~""}, "toString", "$valueOf-x", "hasOwnProperty", "")';
    const { series } = { series: [], ...evaluateInstant(query, 15_000, source) };
    expect(series).toMatchObject([{ labels: { __name__: 'gone', toString: '-x' } }]);
  });
});

describe('any text', () => {
  const words = [
    ...[
      'sum',
      'rate',
      'topk',
      'requests_total',
      '{path="/a"}',
      '{}',
      '[1m]',
      '[1m:15s]',
      '(',
      ')',
      '(',
      ')',
      ',',
      '"x"',
    ],
    ...['+', '-', '*', '^', '==', 'bool', 'and', 'or', 'on(path)', 'group_left', 'by (path)', '1', 'offset', '1m', '@'],
    ...['start()', 'vector', 'absent', 'histogram_quantile', 'label_join', 'quantile_over_time', '#', '`', '\\', 'NaN'],
  ];

  it('is answered or refused with an error of Prometheus', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 12 }), (chosen) => {
        errorOf(chosen.join(' '));
      }),
      { numRuns: 500 },
    );
  });
});

describe('precedence', () => {
  it.each([
    ['-1 ^ 2', -1],
    ['2 ^ 3 ^ 2', 512],
    ['2 ^ -1', 0.5],
    ['-2 * 3', -6],
    ['1 - 2 - 3', -4],
    ['1 + 2 * 3 % 4', 3],
    ['1 + 2 == bool 3', 1],
    ['- - 1', 1],
    ['1h - 1m', 3540],
  ])('%s is %d', (query, value) => {
    expect(evaluateInstant(query, 0, source)).toMatchObject({ type: 'scalar', value });
  });

  it('binds an offset and a subquery to the operand before them', () => {
    const query =
      'sum(requests_total) - sum(requests_total offset 1m) * 2 + sum(max_over_time(requests_total[1m:15s]))';
    expect(evaluateInstant(query, 600_000, source)).toMatchObject({ series: [{ values: Float64Array.of(480) }] });
    const bare = 'requests_total{path="/a"} - requests_total{path="/a"} offset 1m';
    expect(evaluateInstant(bare, 600_000, source)).toMatchObject({ series: [{ values: Float64Array.of(120) }] });
  });
});

describe('ranges', () => {
  it('give at every step what an instant query gives there', () => {
    const queries = [
      'sum by (path) (rate(requests_total[1m]))',
      'gone',
      'requests_total > 600 or gone',
      'count(requests_total) + scalar(gone)',
      'avg_over_time(requests_total[2m:30s] offset 1m)',
      'topk(1, requests_total)',
    ];
    for (const query of queries) {
      const range = evaluateRange(query, { start: 0, end: 600_000, step: 37_000 }, source);
      if (range.type !== 'matrix') throw new Error(`${query} is no matrix`);
      for (let time = 0; time <= 600_000; time += 37_000) {
        const instant = evaluateInstant(query, time, source);
        if (instant.type !== 'vector') throw new Error(`${query} is no vector`);
        const there = range.series.filter(({ times }) => times.includes(time));
        const values = there.map(({ labels, times, values }) => [labels, values[times.indexOf(time)]]);
        expect(values).toEqual(expect.arrayContaining(instant.series.map(({ labels, values }) => [labels, values[0]])));
        expect(values).toHaveLength(instant.series.length);
      }
    }
  });

  it.each([
    [{ start: 0, end: 1000, step: 0 }, /step widths/],
    [{ start: 1000, end: 0, step: 1000 }, /before start/],
  ])('refuse %o', (range, message) => {
    expect(() => evaluateRange('gone', range, source)).toThrow(message);
  });

  it('have no string and no range vector', () => {
    for (const query of ['"text"', 'gone[5m]']) {
      expect(() => evaluateRange(query, { start: 0, end: 1000, step: 1000 }, source)).toThrow(
        /invalid expression type/,
      );
    }
  });
});

describe('min_of and max_of', () => {
  it.each([
    ['sum(count_over_time(requests_total[min_of(1m, 5m)]))', 8],
    ['sum(count_over_time(requests_total[max_of(1m, min_of(2m, 5m))] offset min_of(1m, 2m)))', 16],
    ['sum(requests_total offset -(max_of(1m, 0s)) * min_of(2, 3) @ 0)', null],
    [
      'sum(requests_total offset 1m) * max_of (2, 1) - sum(min_of(7, 8) * requests_total{path!="min_of(1,2)"})',
      -12_480,
    ],
  ])('%s: durations where a duration stands, numbers elsewhere', (query, value) => {
    if (value === null) expect(errorOf(query)?.errorType).toBe('bad_data');
    else
      expect(evaluateInstant(query, 600_000, source)).toMatchObject({ series: [{ values: Float64Array.of(value) }] });
  });
});
