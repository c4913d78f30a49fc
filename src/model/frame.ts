import type { Labels } from './labels.ts';

/** One bucket of a native histogram: bounds as Prometheus gives them. `boundaries` 0 open left, 1 open right, 2 open both, 3 closed both. */
export interface HistogramBucket {
  readonly boundaries: 0 | 1 | 2 | 3;
  readonly lower: number;
  readonly upper: number;
  readonly count: number;
}

/** A native histogram sample. */
export interface HistogramSample {
  readonly count: number;
  readonly sum: number;
  readonly buckets: readonly HistogramBucket[];
}

/**
 * One series on its frame's time grid.
 *
 * `values[i]` belongs to `times[i]` of the frame. Where there is no sample the value is NaN *and* `present[i]` is 0, so
 * that a sample whose value is NaN and an absent sample stay different, and neither can be read as zero.
 */
export interface Series {
  readonly labels: Labels;
  readonly values: Float64Array;
  /** 1 where a sample exists, 0 where it is absent; null when no sample is absent. */
  readonly present: Uint8Array | null;
  /** Native histogram samples by index into the grid; null for a float series. A series may have both. */
  readonly histograms: ReadonlyMap<number, HistogramSample> | null;
}

/** The answer of one query as columns: one time grid, one column a series. An instant query gives a grid of one time. */
export interface Frame {
  readonly kind: 'range' | 'instant';
  /** Epoch milliseconds, ascending, `step` apart. */
  readonly times: Float64Array;
  /** Milliseconds between two times; 0 for an instant frame. */
  readonly step: number;
  readonly series: readonly Series[];
}

/** Whether the series has a sample (its value may still be NaN) at grid index `i`. */
export function isPresent(series: Series, i: number): boolean {
  return i >= 0 && i < series.values.length && (series.present === null || series.present[i] === 1);
}

/** Grid index of the newest sample of a series, or -1 when it has none. */
export function lastPresentIndex(series: Series): number {
  for (let i = series.values.length - 1; i >= 0; i--) if (isPresent(series, i)) return i;
  return -1;
}
