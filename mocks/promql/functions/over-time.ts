import * as statistics from '../statistics.ts';
import { medianDeviation } from './sorted-window.ts';
import type { Window } from './windows.ts';

/** What a function makes of one window, given the scalars among its arguments; undefined: nothing. */
export type WindowFunction = (window: Window, scalars: readonly number[]) => number | undefined;

const reduce =
  (reducer: statistics.Reducer): WindowFunction =>
  ({ values, from, to }) =>
    reducer(values, from, to);

function countChanges({ values, from, to }: Window, changed: (before: number, after: number) => boolean): number {
  let changes = 0;
  for (let i = from + 1; i < to; i++) {
    if (changed(values[i - 1] ?? 0, values[i] ?? 0)) changes++;
  }
  return changes;
}

/** Epoch seconds of the newest sample that no other is better than. */
function timeOfBest({ times, values, from, to }: Window, better: (a: number, b: number) => boolean): number {
  let best = from;
  for (let i = from + 1; i < to; i++) {
    const value = values[i] ?? 0;
    const held = values[best] ?? 0;
    if (better(value, held) || value === held || Number.isNaN(held)) best = i;
  }
  return (times[best] ?? 0) / 1000;
}

export const overTime: Readonly<Record<string, WindowFunction>> = {
  sum_over_time: reduce(statistics.sum),
  avg_over_time: reduce(statistics.average),
  min_over_time: reduce(statistics.minimum),
  max_over_time: reduce(statistics.maximum),
  count_over_time: reduce(statistics.count),
  stddev_over_time: reduce(statistics.deviation),
  stdvar_over_time: reduce(statistics.variance),
  present_over_time: () => 1,
  first_over_time: ({ values, from }) => values[from],
  last_over_time: ({ values, to }) => values[to - 1],
  ts_of_first_over_time: ({ times, from }) => (times[from] ?? 0) / 1000,
  ts_of_last_over_time: ({ times, to }) => (times[to - 1] ?? 0) / 1000,
  ts_of_min_over_time: (window) => timeOfBest(window, (a, b) => a < b),
  ts_of_max_over_time: (window) => timeOfBest(window, (a, b) => a > b),
  changes: (window) => countChanges(window, (before, after) => !Object.is(before + 0, after + 0)),
  resets: (window) => countChanges(window, (before, after) => after < before),
};

/** Functions of a window's sorted values. */
export const overSorted: Readonly<Record<string, (sorted: Float64Array, scalars: readonly number[]) => number>> = {
  mad_over_time: medianDeviation,
  quantile_over_time: (sorted, [q = Number.NaN]) => statistics.quantileOfSorted(q, sorted),
};
