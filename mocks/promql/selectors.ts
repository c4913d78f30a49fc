import type { MatrixSelector, Shift, VectorSelector } from './ast.ts';
import {
  type Column,
  type Context,
  emptyColumn,
  type Grid,
  gridTimes,
  type RawSeries,
  type StoredSeries,
  setValue,
  type Windows,
} from './values.ts';

/** How far back an instant selector looks for a sample, in ms: Prometheus's default. */
const lookback = 300_000;

/** The times a selector reads for each time of the grid, in epoch ms: after its `@`, then its offset. */
export function referenceTimes({ offset, at }: Shift, { query }: Context, grid: Grid): Float64Array {
  const shift = offset?.(query) ?? 0;
  const fixed = at?.(query);
  return gridTimes(grid).map((time) => (fixed ?? time) - shift);
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
  const references = referenceTimes(selector, context, grid);
  const from = (references[0] ?? 0) - lookback + 1;
  const to = references.at(-1) ?? 0;
  const columns: Column[] = [];
  for (const series of context.source.select(selector.matchers, from, to)) {
    const column = emptyColumn(series.labels, grid.count, false);
    let next = 0;
    for (let i = 0; i < grid.count; i++) {
      const reference = references[i] ?? 0;
      while (next < series.times.length && (series.times[next] ?? 0) <= reference) next++;
      const newest = next - 1;
      const time = series.times[newest];
      if (time === undefined || time <= reference - lookback || series.stale?.[newest] === 1) continue;
      setValue(column, i, pick(series, newest));
    }
    if (column.present.includes(1)) columns.push(column);
  }
  return columns;
}

function withoutStale({ labels, times, values, stale }: StoredSeries): RawSeries {
  if (!stale?.includes(1)) return { labels, times, values, dropName: false };
  const fresh = (_: number, i: number): boolean => stale[i] !== 1;
  return { labels, times: times.filter(fresh), values: values.filter(fresh), dropName: false };
}

/** The samples a range selector's windows are cut from; windows are open on the left, closed on the right. */
export function evaluateMatrix(selector: MatrixSelector, context: Context, grid: Grid): Windows {
  const ends = referenceTimes(selector, context, grid);
  const range = selector.range(context.query);
  const selected = context.source.select(selector.matchers, (ends[0] ?? 0) - range + 1, ends.at(-1) ?? 0);
  return { series: Array.from(selected, withoutStale), ends, range };
}
