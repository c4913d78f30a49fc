import { describe, expect, it } from 'vitest';
import { PromqlError } from './errors.ts';
import { evaluateInstant, evaluateRange } from './evaluate.ts';
import { matchesAll } from './matchers.ts';
import type { SeriesSource } from './values.ts';

/** 20 series of 200 samples, whose label `job` is long, and alike for all. */
const source: SeriesSource = {
  select: (matchers) =>
    Array.from({ length: 20 }, (_, i) => ({
      labels: { __name__: 'up', job: `${'a'.repeat(2000)}!`, i: String(i) },
      times: Float64Array.from({ length: 200 }, (_, k) => k * 15_000),
      values: Float64Array.from({ length: 200 }, (_, k) => k),
      stale: null,
    })).filter(({ labels }) => matchesAll(matchers, labels)),
};

/** The error of a query that is given ten seconds, or null. Anything but a PromqlError, such as a full stack, is thrown. */
function errorOf(query: string): PromqlError | null {
  try {
    evaluateInstant(query, 600_000, source, { deadline: performance.now() + 10_000 });
    return null;
  } catch (error) {
    if (error instanceof PromqlError) return error;
    throw error;
  }
}

const times = (text: string, count: number): string => text.repeat(count);
const inside = (open: string, close: string, count: number): string => `${times(open, count)}up${times(close, count)}`;
const regex = (pattern: string): string => `up{job=~"${pattern}"}`;

describe('garbage is refused with what is wrong with it', () => {
  it.each([
    ['a megabyte', times('x+', 500_000), /query is longer than 65536 characters/],
    ['open parentheses', times('(', 50_000), /nested more than 200 levels/],
    ['closed parentheses', times(')', 50_000), /unexpected right parenthesis/],
    ['empty parentheses', times('()', 25_000), /unexpected/],
    ['open braces', times('{', 50_000), /nested more than 200 levels/],
    ['open brackets', times('x[', 25_000), /nested more than 200 levels/],
    ['100,000 operators', times('+', 100_000), /longer than 65536/],
    ['30,000 operators', times('*', 30_000), /more than 300 operators in a row/],
    ['a long sum', `1${times('+1', 30_000)}`, /more than 300 operators in a row/],
    ['a chain of signs', `${times('- ', 20_000)}1`, /more than 300 operators in a row/],
    ['a tower of powers', `1${times('^1', 20_000)}`, /more than 300 operators in a row/],
    ['a chain of matchings', `up ${times('+ on() up ', 6000)}`, /more than 300 operators in a row/],
    ['chains within chains', inside('(', `${times('+1', 90)})`, 190), /nested more than 800 levels/],
    ['nested calls', inside('abs(', ')', 10_000), /nested more than 200 levels/],
    ['subqueries of subqueries', `up${times('[5m:1m]', 5000)}`, /more than 300 operators in a row/],
    ['offsets', `up${times(' offset 1m', 5000)}`, /more than 300 operators in a row/],
    ['instants', `up${times(' @ 1', 9000)}`, /more than 300 operators in a row/],
    ['open texts', times('"\\', 30_000), /parse error/],
    ['mixed quotes', times('"\'`', 20_000), /parse error/],
    ['backslashes', times('\\', 60_000), /parse error/],
    ['characters of no alphabet', times('\0', 60_000), /parse error/],
    ['surrogates', times('😀', 30_000), /parse error/],
    ['commas', `sum(${times(',', 60_000)})`, /parse error/],
    ['words', times('sum ', 16_000), /parse error/],
    ['line ends', times('\n', 60_000), /no expression found/],
    ['nested regular expressions', regex(`${times('(', 2000)}${times(')', 2000)}`), /nests too deeply/],
    ['a long regular expression', regex(times('[a-z]', 2000)), /longer than 4096 characters/],
    ['repeated repetitions', regex('a{1000}{1000}'), /invalid nested repetition/],
    ['huge repetitions', regex('((a{100}){100}){100}'), /invalid repeat count/],
    ['a number of 60,000 digits', times('9', 60_000), /value out of range/],
    ['an enormous number', '1e999999', /value out of range/],
    ['an enormous duration', 'up[99999999999999999999y]', /bad number or duration/],
    ['a duration of 60,000 digits', `up[${times('9', 60_000)}s]`, /bad number or duration/],
    ['a computed duration', 'up[2 ^ 9999]', /duration out of range/],
    ['an infinite duration', 'up[step() / 0]', /duration out of range/],
    ['an enormous offset', 'up offset 1e308', /duration out of range/],
    ['an enormous time', 'up @ 1e308', /timestamp out of bounds/],
    ['an endless subquery', 'max_over_time(up[200y:1ms])', /too many samples/],
    ['subqueries that multiply', inside('max_over_time(', '[1h:1s])', 60), /too many samples/],
    ['a label that grows', `label_replace(up, "b", "${times('$1', 5000)}", "job", "(.*)")`, /longer than 65536/],
    ['an enormous count', 'topk(1e300, up)', /overflows int64/],
  ])('%s', (_, query, message) => {
    expect(errorOf(query)?.message).toMatch(message);
  });

  it('quotes no more of a text than helps', () => {
    expect(errorOf(times('9', 60_000))?.message.length).toBeLessThan(200);
  });

  it('refuses steps beyond number', () => {
    const range = { start: 0, end: 1e15, step: 1 };
    expect(() => evaluateRange('1', range, source)).toThrow('more than 1000000 steps');
  });
});

describe('what only looks like garbage is answered', () => {
  it.each([
    ['300 operators', `1${times('+1', 300)}`],
    ['190 levels', inside('abs(', ')', 190)],
    ['190 subqueries', inside('max_over_time(', '[1m:1m])', 190)],
    ['operators in texts', `label_replace(up, "x", "${times('+', 400)}", "", "")`],
    ['expressions that make others backtrack', regex('(a+)+')],
    ['alternatives that make others backtrack', regex('(a|aa)*b')],
    ['a list of 3,000 texts', regex(times('10\\\\.0\\\\.0\\\\.1|', 3000))],
    ['1,000 conditions', `up{${times('a!="b",', 1000)}}`],
  ])('%s', (_, query) => {
    expect(errorOf(query)).toBeNull();
  });
});
