import type { Expr, Subquery } from './ast.ts';
import { executionError } from './errors.ts';
import { readHint, windowEnds } from './selectors.ts';
import type { Column, Context, Grid, RawSeries, Windows } from './values.ts';

/** The step of a subquery that has none, in ms: Prometheus's default evaluation interval. */
const defaultStep = 60_000;
/** More times than this of a subquery are refused: a column of them for each series must fit in memory. */
const maxCount = 200_000;

/**
 * The windows of a subquery. Its times are multiples of its step, whatever the query's own times are, so that windows of
 * neighbouring times share their samples. As in Prometheus, what they are made of does not count as read. Throws an execution error where there are too many.
 */
export function evaluateSubquery(
  subquery: Subquery,
  context: Context,
  grid: Grid,
  evaluate: (expr: Expr, context: Context, grid: Grid) => readonly Column[],
): Windows {
  const range = subquery.range(context.query);
  const ends = windowEnds(readHint(subquery, context, grid, range, false), grid.count);
  const step = subquery.step?.(context.query) ?? defaultStep;
  const first = (Math.floor(((ends[0] ?? 0) - range) / step) + 1) * step;
  const count = Math.max(0, Math.floor(((ends.at(-1) ?? 0) - first) / step) + 1);
  if (count > maxCount) {
    throw executionError('query processing would load too many samples into memory in query execution');
  }
  const inner: Grid = { start: first, step, count };
  const columns =
    count === 0 ? [] : evaluate(subquery.expr, { ...context, samplesPerStep: new Float64Array(count) }, inner);
  return { series: columns.map((column) => toRaw(column, inner)), ends, range };
}

function toRaw({ labels, values, present, dropName }: Column, { start, step }: Grid): RawSeries {
  const there = (_: number, i: number): boolean => present[i] === 1;
  return {
    labels,
    dropName,
    times: values.map((_, i) => start + i * step).filter(there),
    values: values.filter(there),
  };
}
