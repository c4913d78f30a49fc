import type { Column, RawSeries, Windows } from '../values.ts';
import { emptyColumn, setValue } from '../values.ts';

/** One window over one series: its samples are those from index `from` (inclusive) to `to` (exclusive). */
export interface Window {
  readonly times: Float64Array;
  readonly values: Float64Array;
  readonly from: number;
  readonly to: number;
  /** Epoch ms; the left edge itself is outside. */
  readonly start: number;
  readonly end: number;
}

/** Every window of a series that has a sample, with the index of its time on the grid. */
export function* windowsOf({ times, values }: RawSeries, { ends, range }: Windows): Generator<[number, Window]> {
  let from = 0;
  let to = 0;
  for (const [i, end] of ends.entries()) {
    const start = end - range;
    while (to < times.length && (times[to] ?? 0) <= end) to++;
    while (from < to && (times[from] ?? 0) <= start) from++;
    if (to > from) yield [i, { times, values, from, to, start, end }];
  }
}

/** A column for each series, of what a function makes of its windows; undefined: nothing there. */
export function mapWindows(
  windows: Windows,
  keepName: boolean,
  compute: (window: Window, index: number) => number | undefined,
): Column[] {
  return windows.series.map((series) => {
    const column = emptyColumn(series.labels, windows.ends.length, series.dropName || !keepName);
    for (const [i, window] of windowsOf(series, windows)) setValue(column, i, compute(window, i));
    return column;
  });
}
