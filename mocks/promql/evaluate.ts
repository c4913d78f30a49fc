import type { Labels } from '../../src/model/labels.ts';
import { aggregate } from './aggregate.ts';
import type { Call, Expr, QueryRange } from './ast.ts';
import { evaluateBinary } from './binary.ts';
import { checkTypes, setOperators } from './check.ts';
import { executionError, PromqlError } from './errors.ts';
import { type Arguments, evaluateCall } from './functions/call.ts';
import { windowsOf } from './functions/windows.ts';
import { compareLabels, dropLabels, metricName } from './labels.ts';
import { mergeAlike } from './merge.ts';
import { parse } from './parse.ts';
import { evaluateMatrix, evaluateSelector } from './selectors.ts';
import { evaluateSet } from './sets.ts';
import { evaluateSubquery } from './subquery.ts';
import {
  type Column,
  type Context,
  type Grid,
  mapColumn,
  type SeriesSource,
  type Value,
  type Windows,
} from './values.ts';

/** Samples of one series: epoch ms, and a value for each. */
export interface ResultSeries {
  readonly labels: Labels;
  readonly times: Float64Array;
  readonly values: Float64Array;
}

/** What a query gives. In a `vector` every series has one sample, at the time of evaluation, in the order of the query. */
export type QueryResult =
  | { readonly type: 'scalar'; readonly value: number }
  | { readonly type: 'string'; readonly value: string }
  | { readonly type: 'vector' | 'matrix'; readonly series: readonly ResultSeries[] };

/** Evaluates a query at a time in epoch ms. Throws PromqlError. */
export function evaluateInstant(text: string, time: number, source: SeriesSource): QueryResult {
  const expr = parse(text);
  const context: Context = { source, query: { start: time, end: time, step: 0 } };
  const grid: Grid = { start: time, step: 1, count: 1 };
  if (checkTypes(expr) === 'matrix') return { type: 'matrix', series: rawSamples(expr, context, grid) };
  const value = evaluate(expr, context, grid);
  if (value.type === 'string') return value;
  if (value.type === 'scalar') return { type: 'scalar', value: value.values[0] ?? Number.NaN };
  return { type: 'vector', series: finish(value.columns, grid) };
}

function checkRange({ start, end, step }: QueryRange): void {
  if (!(step > 0)) {
    const message = 'zero or negative query resolution step widths are not accepted. Try a positive integer';
    throw new PromqlError('bad_data', message);
  }
  if (!(end >= start)) throw new PromqlError('bad_data', 'end timestamp must not be before start time');
}

/**
 * Evaluates a query from `start` to `end`, both inclusive, every `step`, in epoch ms. Series come in the order of their
 * labels; a scalar comes as a series without labels. Throws PromqlError.
 */
export function evaluateRange(text: string, range: QueryRange, source: SeriesSource): QueryResult {
  checkRange(range);
  const expr = parse(text);
  const type = checkTypes(expr);
  if (type === 'matrix' || type === 'string') {
    const name = type === 'matrix' ? 'range vector' : 'string';
    const message = `invalid expression type "${name}" for range query, must be Scalar or instant Vector`;
    throw new PromqlError('bad_data', message);
  }
  const count = Math.floor((range.end - range.start) / range.step) + 1;
  const grid: Grid = { start: range.start, step: range.step, count };
  const value = evaluate(expr, { source, query: range }, grid);
  const series = finish(value.type === 'vector' ? value.columns : [constantColumn(value, count)], grid);
  return { type: 'matrix', series: series.toSorted((a, b) => compareLabels(a.labels, b.labels)) };
}

function constantColumn(value: Value, count: number): Column {
  const values = value.type === 'scalar' ? value.values : new Float64Array(count);
  return { labels: {}, values, present: new Uint8Array(count).fill(1), dropName: false };
}

const nameOnly = new Set([metricName]);

/** Takes off the names that no longer fit. Throws an execution error where two series are then the same at a time. */
function unifyNames(columns: readonly Column[]): Column[] {
  const there = columns.filter(({ present }) => present.includes(1));
  return mergeAlike(
    there.map((column) => (column.dropName ? { ...column, labels: dropLabels(column.labels, nameOnly) } : column)),
  );
}

function finish(columns: readonly Column[], { start, step }: Grid): ResultSeries[] {
  return unifyNames(columns).map(({ labels, values, present }) => {
    const there = (_: number, i: number): boolean => present[i] === 1;
    return { labels, times: values.map((_, i) => start + i * step).filter(there), values: values.filter(there) };
  });
}

/** The samples of a range vector's only window. */
function rawSamples(expr: Expr, context: Context, grid: Grid): ResultSeries[] {
  const windows = evaluateWindows(expr, context, grid);
  return windows.series.flatMap((series) =>
    Array.from(windowsOf(series, windows), ([, { times, values, from, to }]) => ({
      labels: series.dropName ? dropLabels(series.labels, nameOnly) : series.labels,
      times: times.slice(from, to),
      values: values.slice(from, to),
    })),
  );
}

/** The value of an expression over a grid. */
function evaluate(expr: Expr, context: Context, grid: Grid): Value {
  switch (expr.kind) {
    case 'number':
      return { type: 'scalar', values: new Float64Array(grid.count).fill(expr.value) };
    case 'string':
      return { type: 'string', value: expr.value };
    case 'parentheses':
      return evaluate(expr.expr, context, grid);
    case 'negation':
      return negate(evaluate(expr.expr, context, grid));
    case 'selector':
      return { type: 'vector', columns: evaluateSelector(expr, context, grid) };
    case 'binary': {
      const left = evaluate(expr.left, context, grid);
      const right = evaluate(expr.right, context, grid);
      if (!setOperators.has(expr.operator)) return evaluateBinary(expr, left, right, grid.count);
      return { type: 'vector', columns: evaluateSet(expr, columnsOf(left), columnsOf(right), grid.count) };
    }
    case 'aggregate': {
      const parameter = expr.parameter ? evaluate(expr.parameter, context, grid) : null;
      const columns = evaluateVector(expr.expr, context, grid);
      return { type: 'vector', columns: aggregate(expr, columns, parameter, grid.count) };
    }
    case 'call':
      return evaluateCall(expr, argumentsOf(expr, context, grid), context, grid);
    case 'matrix':
    case 'subquery':
      throw executionError('a range vector has no value at a time');
  }
}

function negate(value: Value): Value {
  if (value.type === 'string') return value;
  if (value.type === 'scalar') return { type: 'scalar', values: value.values.map((number) => -number) };
  return { type: 'vector', columns: value.columns.map((column) => mapColumn(column, (number) => -number, true)) };
}

function columnsOf(value: Value): readonly Column[] {
  if (value.type !== 'vector') throw executionError(`expected an instant vector, got a ${value.type}`);
  return value.columns;
}

const evaluateVector = (expr: Expr, context: Context, grid: Grid): readonly Column[] =>
  columnsOf(evaluate(expr, context, grid));

function evaluateWindows(expr: Expr, context: Context, grid: Grid): Windows {
  if (expr.kind === 'parentheses') return evaluateWindows(expr.expr, context, grid);
  if (expr.kind === 'matrix') return evaluateMatrix(expr, context, grid);
  if (expr.kind === 'subquery') return evaluateSubquery(expr, context, grid, evaluateVector);
  throw executionError('expected a range vector');
}

function argumentsOf({ name, args }: Call, context: Context, grid: Grid): Arguments {
  const argument = (index: number): Expr => {
    const found = args[index];
    if (!found) throw executionError(`${name} lacks argument ${index + 1}`);
    return found;
  };
  return {
    scalar(index) {
      const value = evaluate(argument(index), context, grid);
      if (value.type !== 'scalar') throw executionError(`expected a scalar, got a ${value.type}`);
      return value.values;
    },
    vector: (index) => evaluateVector(argument(index), context, grid),
    windows: (index) => evaluateWindows(argument(index), context, grid),
    text(index) {
      const value = evaluate(argument(index), context, grid);
      if (value.type !== 'string') throw executionError(`expected a string, got a ${value.type}`);
      return value.value;
    },
  };
}
