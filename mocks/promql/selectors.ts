import type { MatrixSelector, Shift, VectorSelector } from './ast.ts';
import type { Matcher } from './matchers.ts';
import {
  type Column,
  type Context,
  emptyColumn,
  type Grid,
  gridTimes,
  type RawSeries,
  type ReadHint,
  type StoredSeries,
  setValue,
  type Windows,
} from './values.ts';

/** What a selector reads for a grid's times: their windows after its `@` and then its offset. A fixed time is one window. */
export function readHint(
  { offset, at }: Shift,
  { query }: Context,
  grid: Grid,
  range: number,
  newestOnly: boolean,
): ReadHint {
  const shift = offset?.(query) ?? 0;
  const fixed = at?.(query);
  const start = (fixed ?? grid.start) - shift;
  return { start, step: grid.step, count: fixed === undefined ? grid.count : 1, range, newestOnly };
}

/** The right ends of a hint's windows, for `count` times of a grid, in epoch ms. */
export function windowEnds(hint: ReadHint, count: number): Float64Array {
  return hint.count === count ? gridTimes(hint) : new Float64Array(count).fill(hint.start);
}

/** The series of matchers with the samples that a hint speaks of, and perhaps more. */
function* select(matchers: readonly Matcher[], { source, meter }: Context, hint: ReadHint): Generator<StoredSeries> {
  const { start, step, count, range } = hint;
  // A regular expression can take long over one label, and the source may try many before it gives a series.
  const watched = matchers.map((matcher): Matcher => {
    if (matcher.operator === '=' || matcher.operator === '!=') return matcher;
    return {
      ...matcher,
      matches(value) {
        meter.watch();
        return matcher.matches(value);
      },
    };
  });
  for (const series of source.select(watched, start - range + 1, start + (count - 1) * step, hint)) {
    meter.watch();
    yield series;
  }
}

/**
 * The newest sample of every series no older than the lookback, at each time of the grid. `pick` says what of it: by
 * default its value. A staleness marker hides what came before it.
 */
export function evaluateSelector(
  selector: VectorSelector,
  context: Context,
  grid: Grid,
  pick: (series: StoredSeries, index: number) => number = ({ values }, index) => values[index] ?? Number.NaN,
): Column[] {
  const { lookback, meter, samplesPerStep } = context;
  const hint = readHint(selector, context, grid, lookback, true);
  const references = windowEnds(hint, grid.count);
  const columns: Column[] = [];
  for (const series of select(selector.matchers, context, hint)) {
    const column = emptyColumn(series.labels, grid.count, false);
    let next = 0;
    let found = 0;
    for (let i = 0; i < grid.count; i++) {
      const reference = references[i] ?? 0;
      while (next < series.times.length && (series.times[next] ?? 0) <= reference) next++;
      const newest = next - 1;
      const time = series.times[newest];
      if (time === undefined || time <= reference - lookback || series.stale?.[newest] === 1) continue;
      setValue(column, i, pick(series, newest));
      samplesPerStep[i] = (samplesPerStep[i] ?? 0) + 1;
      found++;
    }
    meter.hold(found);
    if (found > 0) columns.push(column);
  }
  return columns;
}

function* fresh(all: Iterable<StoredSeries>): Generator<RawSeries> {
  for (const { labels, times, values, stale } of all) {
    const isFresh = (_: number, i: number): boolean => stale?.[i] !== 1;
    if (!stale?.includes(1)) yield { labels, times, values, dropName: false };
    else yield { labels, times: times.filter(isFresh), values: values.filter(isFresh), dropName: false };
  }
}

/** The samples a range selector's windows are cut from; windows are open on the left, closed on the right. */
export function evaluateMatrix(selector: MatrixSelector, context: Context, grid: Grid): Windows {
  const range = selector.range(context.query);
  const hint = readHint(selector, context, grid, range, false);
  return { series: fresh(select(selector.matchers, context, hint)), ends: windowEnds(hint, grid.count), range };
}
