import type { Labels } from '../../model/labels.ts';

/** Every mistake that the linter knows. */
export const lintRules = [
  'rate-of-gauge',
  'gauge-function-of-counter',
  'ratio-to-itself',
  'unmatched-ratio',
  'quantile-without-le',
  'quantile-per-series',
  'short-window',
  'absence-as-zero',
  'unknown-metric',
] as const;
export type LintRule = (typeof lintRules)[number];

/** A mistake, and where in the text it stands (offsets, `to` not included). */
export interface Finding {
  readonly rule: LintRule;
  /** What it is about: a metric, a function with its metric, a window. */
  readonly subject: string;
  readonly from: number;
  readonly to: number;
}

/** What is known of a name that samples have. */
export interface MetricFacts {
  readonly name: string;
  /** As declared; the buckets, sum and count of a histogram are counters. `unknown` where nobody declared it. */
  readonly type: 'counter' | 'gauge' | 'unknown';
  /** The label sets of its series. */
  readonly series: readonly Labels[];
}

/** By sample name. */
export type Metrics = ReadonlyMap<string, MetricFacts>;
