import { describe, expect, it, vi } from 'vitest';
import { cpuTime } from '../../src/testing/cpuTime.ts';
import { PromqlError } from './errors.ts';
import { evaluateInstant, evaluateRange } from './evaluate.ts';
import { matchesAll } from './matchers.ts';
import type { QueryOptions } from './meter.ts';
import type { SeriesSource, StoredSeries } from './values.ts';

/** Ten counters and two gauges with a sample every 15 s, and a histogram whose middle bucket falls. */
const all: readonly StoredSeries[] = [
  ...Array.from({ length: 10 }, (_, i) => sampled({ __name__: 'requests_total', i: String(i) }, (k) => k * i)),
  ...['a', 'b'].map((i) => sampled({ __name__: 'level', i }, (k) => k)),
  ...['1', '2', '+Inf', 'wide'].map((le, i) => sampled({ __name__: 'size_bucket', le }, () => [10, 5, 20, 1][i] ?? 0)),
];

function sampled(labels: Record<string, string>, valueAt: (index: number) => number): StoredSeries {
  const count = 400;
  return {
    labels,
    times: Float64Array.from({ length: count }, (_, k) => k * 15_000),
    values: Float64Array.from({ length: count }, (_, k) => valueAt(k)),
    stale: null,
  };
}

const source: SeriesSource = { select: (matchers) => all.filter(({ labels }) => matchesAll(matchers, labels)) };
/** 11 steps. */
const range = { start: 600_000, end: 1_200_000, step: 60_000 };

function errorOf(query: string, options: QueryOptions): PromqlError | null {
  try {
    evaluateRange(query, range, source, options);
    return null;
  } catch (error) {
    if (error instanceof PromqlError) return error;
    throw error;
  }
}

describe('the lookback', () => {
  it('is five minutes unless told', () => {
    const last = 399 * 15_000;
    const shown = (time: number, options: QueryOptions): number => {
      const result = evaluateInstant('level', time, source, options);
      return result.type === 'vector' ? result.series.length : -1;
    };
    expect(shown(last + 299_999, {})).toBe(2);
    expect(shown(last + 300_000, {})).toBe(0);
    expect(shown(last + 30_000, { lookback: 30_000 })).toBe(0);
    expect(shown(last + 29_999, { lookback: 30_000 })).toBe(2);
    expect(shown(last + 500_000, { lookback: 600_000 })).toBe(2);
  });
});

describe('the deadline', () => {
  it.each(['level', 'rate(requests_total[5m])', 'sum(level) + 1', '1', 'max_over_time(level[5m:1s])'])(
    'ends %s',
    (query) => {
      const error = errorOf(query, { deadline: performance.now() - 1 });
      expect(error).toMatchObject({ errorType: 'timeout', message: 'query timed out in expression evaluation' });
    },
  );

  it('ends a query while it is evaluated, the next time that it looks at the clock', () => {
    // A clock that goes on by being looked at: on a quick machine the whole query takes 60 ms.
    let looks = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => ++looks);
    const nested = `${'max_over_time('.repeat(2)}level${'[1d:1s])'.repeat(2)}`;
    const start = cpuTime();
    expect(errorOf(nested, { deadline: 10 })?.errorType).toBe('timeout');
    expect(looks).toBe(11);
    expect(cpuTime() - start).toBeLessThan(10_000);
  });

  it('does not end one that is in time', () => {
    expect(errorOf('rate(requests_total[5m])', { deadline: performance.now() + 60_000 })).toBeNull();
  });
});

describe('the cap on samples', () => {
  it.each([
    ['level', 22],
    ['level + level', 44],
    // A window of the tenth series beside the results of nine.
    ['rate(requests_total[5m])', 119],
    ['sum(requests_total)', 110],
    ['avg_over_time(level[2m:1m])', 46],
  ])('lets %s hold %d samples and not one less', (query, held) => {
    expect(evaluateRange(query, range, source, { maxSamples: held }).stats.peakSamples).toBe(held);
    expect(errorOf(query, { maxSamples: held - 1 })).toMatchObject({
      errorType: 'execution',
      message: 'query processing would load too many samples into memory in query execution',
    });
  });
});

describe('samples read', () => {
  it.each([
    ['level', 2],
    ['timestamp(level)', 2],
    ['level + level', 4],
    ['rate(requests_total[5m])', 200],
    ['rate(requests_total[5m] @ 900)', 200],
    ['absent_over_time(level[1m])', 8],
    // Of a subquery what its function reads, not what it is made of.
    ['max_over_time(rate(requests_total[5m])[10m:1m])', 100],
    ['1 + time()', 0],
  ])('%s: %d at each of the steps', (query, each) => {
    const { samplesRead, samplesPerStep } = evaluateRange(query, range, source).stats;
    expect(Array.from(samplesPerStep)).toEqual(new Array(11).fill(each));
    expect(samplesRead).toBe(each * 11);
  });

  it('are those of the window, of a range vector', () => {
    expect(evaluateInstant('level[1m]', 600_000, source).stats.samplesRead).toBe(8);
  });
});

const guide = 'https://prometheus.io/docs/prometheus/latest/querying/functions/#histogram_quantile';
const notCounter =
  'PromQL info: metric might not be a counter, name does not end in _total/_sum/_count/_bucket: "level"';
const badQuantile = 'PromQL warning: quantile value should be between 0 and 1, got';

describe('remarks', () => {
  it.each([
    ['rate(level[5m])', [], [`${notCounter} (1:6)`]],
    ['1 +\n  increase(level[5m])', [], [`${notCounter} (2:12)`]],
    ['rate(level[5m]) + rate(level[5m])', [], [`${notCounter} (1:6)`]],
    ['rate(requests_total[5m]) + irate(level[5m])', [], []],
    ['rate(level[5m] offset 1y)', [], []],
    ['rate(sum(level)[5m:1m])', [], []],
    ['quantile(1.5, level)', [`${badQuantile} 1.5 (1:10)`], []],
    ['quantile_over_time(-1e7, level[5m])', [`${badQuantile} -1e+07 (1:20)`], []],
    ['quantile_over_time(2, nothing[5m])', [], []],
    [
      'limit_ratio(-1.25, level)',
      ['PromQL warning: ratio value should be between -1 and 1, got -1.25, capping to -1 (1:13)'],
      [],
    ],
    [
      'histogram_quantile(0.5, size_bucket)',
      [
        'PromQL warning: bucket label "le" is missing or has a malformed value of "wide" for metric name "size_bucket" (1:25)',
      ],
      [
        `PromQL info: input to histogram_quantile needed to be fixed for monotonicity (see ${guide}) for metric name "size_bucket", from buckets 2 to 2, with a max diff of 5, over 11 samples from 1970-01-01T00:10:00Z to 1970-01-01T00:20:00Z (1:25)`,
      ],
    ],
  ])('on %j', (query, warnings, infos) => {
    const result = evaluateRange(query, range, source);
    expect({ warnings: result.warnings, infos: result.infos }).toEqual({ warnings, infos });
  });

  it('on sorting are made over ranges only', () => {
    const remark =
      'PromQL warning: sort is ineffective for range queries since results are always ordered by labels (1:1)';
    expect(evaluateRange('sort(level)', range, source).warnings).toEqual([remark]);
    expect(evaluateInstant('sort(level)', 600_000, source).warnings).toEqual([]);
  });
});
