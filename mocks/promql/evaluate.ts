import { Annotations } from './annotations.ts';
import type { QueryRange } from './ast.ts';
import { checkTypes } from './check.ts';
import { executionError, PromqlError } from './errors.ts';
import { evaluate, rawSamples } from './expression.ts';
import { compareLabels } from './labels.ts';
import { Meter, type QueryOptions, type QueryStats } from './meter.ts';
import { parse } from './parse.ts';
import { finish } from './results.ts';
import type { Column, Context, Grid, ResultSeries, SeriesSource, Value } from './values.ts';

export type { ResultSeries } from './values.ts';

/** What a query gives. In a `vector` every series has one sample, at the time of evaluation, in the order of the query. */
type QueryValue =
  | { readonly type: 'scalar'; readonly value: number }
  | { readonly type: 'string'; readonly value: string }
  | { readonly type: 'vector' | 'matrix'; readonly series: readonly ResultSeries[] };

/** What a query gives, what Prometheus would remark of it, and what it took. */
export type QueryResult = QueryValue & {
  readonly warnings: readonly string[];
  readonly infos: readonly string[];
  readonly stats: QueryStats;
};

/** Evaluates a query at a time in epoch ms. Throws PromqlError. */
export function evaluateInstant(
  text: string,
  time: number,
  source: SeriesSource,
  options: QueryOptions = {},
): QueryResult {
  const expr = parse(text);
  const grid: Grid = { start: time, step: 1, count: 1 };
  const context = contextOf(text, { start: time, end: time, step: 0 }, grid, source, options);
  if (checkTypes(expr) === 'matrix')
    return report({ type: 'matrix', series: rawSamples(expr, context, grid) }, context);
  const value = evaluate(expr, context, grid);
  if (value.type === 'string') return report(value, context);
  if (value.type === 'scalar') return report({ type: 'scalar', value: value.values[0] ?? Number.NaN }, context);
  return report({ type: 'vector', series: finish(value.columns, grid) }, context);
}

/**
 * Evaluates a query from `start` to `end`, both inclusive, every `step`, in epoch ms. Series come in the order of their
 * labels; a scalar comes as a series without labels. Throws PromqlError.
 */
export function evaluateRange(
  text: string,
  range: QueryRange,
  source: SeriesSource,
  options: QueryOptions = {},
): QueryResult {
  checkRange(range);
  const expr = parse(text);
  const type = checkTypes(expr);
  if (type === 'matrix' || type === 'string') {
    const name = type === 'matrix' ? 'range vector' : 'string';
    const message = `invalid expression type "${name}" for range query, must be Scalar or instant Vector`;
    throw new PromqlError('bad_data', message);
  }
  const count = Math.floor((range.end - range.start) / range.step) + 1;
  if (count > mostSteps) throw executionError(`more than ${mostSteps} steps in a query`);
  const grid: Grid = { start: range.start, step: range.step, count };
  const context = contextOf(text, range, grid, source, options);
  const value = evaluate(expr, context, grid);
  const series = finish(value.type === 'vector' ? value.columns : [constantColumn(value, count)], grid);
  const inOrder = series.toSorted((a, b) => compareLabels(a.labels, b.labels));
  return report({ type: 'matrix', series: inOrder }, context);
}

/** A column of more values than this would take a browser's memory; the API allows far fewer. */
const mostSteps = 1_000_000;

function checkRange({ start, end, step }: QueryRange): void {
  if (!(step > 0)) {
    const message = 'zero or negative query resolution step widths are not accepted. Try a positive integer';
    throw new PromqlError('bad_data', message);
  }
  if (!(end >= start)) throw new PromqlError('bad_data', 'end timestamp must not be before start time');
}

function contextOf(text: string, query: QueryRange, grid: Grid, source: SeriesSource, options: QueryOptions): Context {
  return {
    source,
    query,
    lookback: options.lookback ?? 300_000,
    meter: new Meter(options),
    annotations: new Annotations(text),
    samplesPerStep: new Float64Array(grid.count),
  };
}

function report(value: QueryValue, { annotations, meter, samplesPerStep }: Context): QueryResult {
  const samplesRead = samplesPerStep.reduce((total, samples) => total + samples, 0);
  const { warnings, infos } = annotations;
  return { ...value, warnings, infos, stats: { samplesRead, samplesPerStep, peakSamples: meter.peakSamples } };
}

function constantColumn(value: Value, count: number): Column {
  const values = value.type === 'scalar' ? value.values : new Float64Array(count);
  return { labels: {}, values, present: new Uint8Array(count).fill(1), dropName: false };
}
