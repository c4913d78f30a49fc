import { isPresent, lastPresentIndex, type Series } from './frame.ts';

/** What the samples of a series come to, absent ones and NaN left out. Without any other, all is null but `count`. */
export interface Summary {
  /** The newest value. */
  readonly last: number | null;
  /** Its index into the frame's grid. */
  readonly lastIndex: number | null;
  readonly first: number | null;
  readonly min: number | null;
  readonly mean: number | null;
  readonly max: number | null;
  readonly sum: number | null;
  /** How many values went in. */
  readonly count: number;
}

type Samples = Pick<Series, 'values' | 'present'>;

/** Sums up the samples of a series in one pass. */
export function summarise({ values, present }: Samples): Summary {
  let [first, last, min, max] = [0, 0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let [sum, count, lastIndex] = [0, 0, 0];
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (value === undefined || Number.isNaN(value) || (present && present[i] !== 1)) continue;
    if (count === 0) first = value;
    if (value < min) min = value;
    if (value > max) max = value;
    last = value;
    lastIndex = i;
    sum += value;
    count++;
  }
  if (count === 0) {
    return { last: null, lastIndex: null, first: null, min: null, mean: null, max: null, sum: null, count };
  }
  return { last, lastIndex, first, min, mean: sum / count, max, sum, count };
}

/** The ways to make one value of a series. */
export const reducers = ['last', 'lastNotNull', 'first', 'min', 'max', 'mean', 'sum', 'count', 'delta'] as const;
export type Reducer = (typeof reducers)[number];

/**
 * One value of a series, or that there is none. `last` is the sample at the end of the grid: absent when the series
 * ended before. `lastNotNull` goes back to the newest number, `delta` is that less the first. All but `last` leave NaN
 * out, and are NaN when there is nothing but NaN. `count` counts numbers, and is 0 where the others are absent.
 */
export function reduce(series: Series, by: Reducer): number | 'absent' {
  if (by === 'last') {
    const end = series.values.length - 1;
    return isPresent(series, end) ? (series.values[end] ?? 'absent') : 'absent';
  }
  const { last, first, ...summary } = summarise(series);
  if (by === 'count') return summary.count;
  if (lastPresentIndex(series) < 0) return 'absent';
  if (last === null || first === null) return Number.NaN;
  if (by === 'first') return first;
  if (by === 'lastNotNull') return last;
  return by === 'delta' ? last - first : (summary[by] ?? Number.NaN);
}
