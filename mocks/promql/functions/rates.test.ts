import { describe, expect, it } from 'vitest';
import { evaluateInstant } from '../evaluate.ts';
import type { StoredSeries } from '../values.ts';

/** A bucket that counts `total` observations evenly, over 90 s with a sample every 15 s. */
function bucket(le: string, total: number): StoredSeries {
  return {
    labels: { __name__: 'seconds_bucket', le },
    times: Float64Array.from([0, 1, 2, 3, 4, 5], (i) => 4250 + i * 15_000),
    values: Float64Array.from([0, 1, 2, 3, 4, 5], (i) => 1000 + Math.floor((i * total) / 5)),
    stale: null,
  };
}

describe('rate', () => {
  it('rounds as Prometheus does, so that a quantile on the edge of a bucket falls on the same side', () => {
    const source = { select: () => [bucket('0.025', 9), bucket('1', 10), bucket('+Inf', 10)] };
    const result = evaluateInstant('histogram_quantile(0.9, rate(seconds_bucket[90s]))', 90_000, source);
    expect(result.type === 'vector' && result.series[0]?.values[0]).toBe(0.025);
  });
});
