import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MetricFacts, Metrics } from './finding.ts';
import { lintExpression } from './lintExpression.ts';

const web = { job: 'web', instance: 'a' };

function metric(name: string, type: MetricFacts['type'], ...series: Readonly<Record<string, string>>[]): MetricFacts {
  return { name, type, series: series.map((labels) => ({ __name__: name, ...web, ...labels })) };
}

const metrics: Metrics = new Map(
  [
    metric('requests_total', 'counter', { status: '200' }, { status: '500' }),
    metric('duration_seconds_bucket', 'counter', { le: '1' }, { le: '+Inf' }),
    metric('listeners_total', 'gauge', { connection: 'c1' }),
    metric('memory_bytes', 'gauge', { type: 'heap' }),
    metric('connections', 'gauge', { datname: 'shop' }),
    metric('max_connections', 'gauge', { server: 'db' }),
    metric('free_bytes', 'gauge', {}),
    metric('size_bytes', 'gauge', {}),
    metric('untold', 'unknown', {}),
  ].map((facts) => [facts.name, facts]),
);

const rulesOf = (text: string) => lintExpression(text, metrics, 15_000).map(({ rule }) => rule);

describe('lintExpression', () => {
  it.each([
    ['rate(memory_bytes{type="heap"}[10m])', 'rate-of-gauge'],
    ['sum(increase(listeners_total[5m]))', 'rate-of-gauge'],
    ['rate({__name__=~"memory_.*"}[5m])', 'rate-of-gauge'],
    ['deriv(requests_total[10m])', 'gauge-function-of-counter'],
    ['delta(duration_seconds_bucket[10m])', 'gauge-function-of-counter'],
    ['rate(requests_total{status=~"5.."}[5m]) / rate(requests_total[5m])', 'ratio-to-itself'],
    ['100 * (requests_total{status="500"} / requests_total)', 'ratio-to-itself'],
    ['connections / max_connections', 'unmatched-ratio'],
    ['histogram_quantile(0.9, sum by (job) (rate(duration_seconds_bucket[5m])))', 'quantile-without-le'],
    ['histogram_quantile(0.9, sum(rate(duration_seconds_bucket[5m])))', 'quantile-without-le'],
    ['histogram_quantile(0.9, sum without (le) (rate(duration_seconds_bucket[5m])))', 'quantile-without-le'],
    ['histogram_quantile(0.9, rate(duration_seconds_bucket[5m]))', 'quantile-per-series'],
    ['rate(requests_total[45s])', 'short-window'],
    ['sum(rate(requests_total[5m])) or vector(0)', 'absence-as-zero'],
    ['sum(up_and_away)', 'unknown-metric'],
    ['{__name__=~"nobody_.*"}', 'unknown-metric'],
  ])('finds in %s: %s', (text, rule) => {
    expect(rulesOf(text)).toEqual([rule]);
  });

  it.each([
    'sum(rate(requests_total{status=~"5.."}[5m])) / sum(rate(requests_total[5m]))',
    'requests_total{status="500"} / on (job) group_left sum by (job) (requests_total)',
    'memory_bytes / memory_bytes offset 1h',
    'sum by (instance) (connections) / on (instance) max_connections',
    'free_bytes{job="web"} / size_bytes{job="web"}',
    'histogram_quantile(0.9, sum by (job, le) (rate(duration_seconds_bucket[5m])))',
    'histogram_quantile(0.9, sum without (instance) (rate(duration_seconds_bucket[5m])))',
    'deriv(memory_bytes[10m])',
    'last_over_time(memory_bytes[20s])',
    'rate(requests_total[1m])',
    'rate(untold[5m]) + deriv(untold[5m])',
    'sum(requests_total) or 0 * sum(memory_bytes)',
    '{job="web"}',
    'sum by (job',
  ])('finds nothing in %s', (text) => {
    expect(rulesOf(text)).toEqual([]);
  });

  it('says where and what', () => {
    const text = '1 + rate(memory_bytes[5m])';
    expect(lintExpression(text, metrics, 15_000)).toEqual([
      { rule: 'rate-of-gauge', subject: 'rate(memory_bytes)', from: 4, to: text.length },
    ]);
  });

  it('never throws, whatever the text', () => {
    const piece = fc.constantFrom(
      'rate(',
      'up',
      '{a="b"}',
      '[5m]',
      ')',
      ' / ',
      ' or vector(0)',
      'sum by (le)',
      '"',
      '(',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        lintExpression(pieces.join(''), metrics, 15_000);
      }),
    );
  });
});
