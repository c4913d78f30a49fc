import type { Labels } from '../../src/model/labels.ts';
import type { Annotations } from './annotations.ts';
import type { QueryRange } from './ast.ts';
import type { Matcher } from './matchers.ts';
import type { Meter } from './meter.ts';

/** The samples of a series, oldest first, no two of one time. */
export interface StoredSeries {
  /** With `__name__`. */
  readonly labels: Labels;
  /** Epoch ms. */
  readonly times: Float64Array;
  readonly values: Float64Array;
  /** 1 where the sample is a staleness marker, which JavaScript cannot tell from another NaN; null: none is. */
  readonly stale: Uint8Array | null;
}

/**
 * What of a selection will be read: for each of `count` times from `start` on, `step` apart (epoch ms, ms), the samples in
 * the window of `range` ms that ends there, open on the left; where `newestOnly`, just the newest of them.
 */
export interface ReadHint {
  readonly start: number;
  readonly step: number;
  readonly count: number;
  readonly range: number;
  readonly newestOnly: boolean;
}

/** Samples of one series of a result: epoch ms, and a value for each. */
export interface ResultSeries {
  readonly labels: Labels;
  readonly times: Float64Array;
  readonly values: Float64Array;
}

/** Where the evaluator reads samples. */
export interface SeriesSource {
  /**
   * Every series that meets the matchers, with its samples from `from` to `to`, both epoch ms and inclusive. A source may
   * leave out samples that by the hint nobody reads, as long as a staleness marker that hides older ones stays.
   */
  select(matchers: readonly Matcher[], from: number, to: number, hint?: ReadHint): Iterable<StoredSeries>;
}

/** The times an expression is evaluated at: `count` of them from `start` on, `step` apart, in ms. */
export interface Grid {
  readonly start: number;
  readonly step: number;
  readonly count: number;
}

/** A series over a grid: a value for each time, of which only those with a 1 in `present` exist. */
export interface Column {
  readonly labels: Labels;
  readonly values: Float64Array;
  readonly present: Uint8Array;
  /** The metric's name no longer fits; it is taken off at the very end, so that label functions can still read it. */
  readonly dropName: boolean;
}

export interface ScalarValue {
  readonly type: 'scalar';
  readonly values: Float64Array;
}

export interface VectorValue {
  readonly type: 'vector';
  readonly columns: readonly Column[];
}

export type Value = ScalarValue | VectorValue | { readonly type: 'string'; readonly value: string };

/** What holds for a whole query. */
export interface Context {
  readonly source: SeriesSource;
  readonly query: QueryRange;
  /** How far back an instant selector looks for a sample, in ms. */
  readonly lookback: number;
  readonly meter: Meter;
  readonly annotations: Annotations;
  /** Counts the samples read at each step. */
  readonly samplesPerStep: Float64Array;
}

/** Samples without staleness markers, as the functions over ranges read them. */
export interface RawSeries {
  readonly labels: Labels;
  readonly dropName: boolean;
  readonly times: Float64Array;
  readonly values: Float64Array;
}

/** A range vector: raw series, and for each time of the grid the right end of its window, in epoch ms. */
export interface Windows {
  /** To be gone through once: they are read one by one. */
  readonly series: Iterable<RawSeries>;
  readonly ends: Float64Array;
  /** Length of a window in ms. */
  readonly range: number;
}

/** The epoch ms of a grid's times. */
export function gridTimes({ start, step, count }: Grid): Float64Array {
  return Float64Array.from({ length: count }, (_, i) => start + i * step);
}

/** An empty column for `count` times. */
export function emptyColumn(labels: Labels, count: number, dropName: boolean): Column {
  return { labels, values: new Float64Array(count), present: new Uint8Array(count), dropName };
}

/** A column made of another value by value; undefined: nothing there. */
export function mapColumn(
  column: Column,
  compute: (value: number, index: number) => number | undefined,
  dropName: boolean,
): Column {
  const result = emptyColumn(column.labels, column.values.length, dropName);
  for (let i = 0; i < column.values.length; i++) {
    if (column.present[i] !== 1) continue;
    setValue(result, i, compute(column.values[i] ?? 0, i));
  }
  return result;
}

/** Writes a value of a column that is being made; undefined: nothing there. */
export function setValue(column: Column, index: number, value: number | undefined): void {
  if (value === undefined) return;
  column.values[index] = value;
  column.present[index] = 1;
}
