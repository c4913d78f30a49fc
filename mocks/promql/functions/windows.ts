import { type Column, type Context, emptyColumn, type RawSeries, setValue, type Windows } from '../values.ts';

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

/** Visits every window of a series that has a sample, with the index of its time on the grid, and counts what it reads. */
export function visitWindows(
  { times, values }: RawSeries,
  { ends, range }: Windows,
  { meter, samplesPerStep }: Context,
  visit: (window: Window, index: number) => void,
): void {
  let largest = 0;
  let from = 0;
  let to = 0;
  for (let i = 0; i < ends.length; i++) {
    const end = ends[i] ?? 0;
    const start = end - range;
    while (to < times.length && (times[to] ?? 0) <= end) to++;
    while (from < to && (times[from] ?? 0) <= start) from++;
    if (to === from) continue;
    if (to - from > largest) {
      meter.hold(to - from - largest);
      largest = to - from;
    }
    samplesPerStep[i] = (samplesPerStep[i] ?? 0) + to - from;
    meter.work(to - from);
    visit({ times, values, from, to, start, end }, i);
  }
  meter.hold(-largest);
}

/** What a function makes of the windows of one series, in their order; undefined: nothing there. */
export type WindowReader = (window: Window, index: number) => number | undefined;

/** A column for each series, of what a reader made for it gives. */
export function mapWindows(
  windows: Windows,
  context: Context,
  keepName: boolean,
  makeReader: () => WindowReader,
): Column[] {
  return Array.from(windows.series, (series) => {
    const column = emptyColumn(series.labels, windows.ends.length, series.dropName || !keepName);
    const read = makeReader();
    let found = 0;
    visitWindows(series, windows, context, (window, i) => {
      setValue(column, i, read(window, i));
      found += column.present[i] ?? 0;
    });
    context.meter.hold(found);
    return column;
  });
}
