import { aggregate } from './aggregate.ts';
import type { Call, Expr } from './ast.ts';
import { evaluateBinary } from './binary.ts';
import { setOperators } from './check.ts';
import { executionError } from './errors.ts';
import { type Arguments, evaluateCall } from './functions/call.ts';
import { visitWindows } from './functions/windows.ts';
import { dropLabels } from './labels.ts';
import { nameOnly } from './results.ts';
import { evaluateMatrix, evaluateSelector } from './selectors.ts';
import { evaluateSet } from './sets.ts';
import { evaluateSubquery } from './subquery.ts';
import {
  type Column,
  type Context,
  type Grid,
  mapColumn,
  type ResultSeries,
  type Value,
  type Windows,
} from './values.ts';

/** The samples of a range vector's only window. */
export function rawSamples(expr: Expr, context: Context, grid: Grid): ResultSeries[] {
  const windows = evaluateWindows(expr, context, grid);
  const results: ResultSeries[] = [];
  for (const series of windows.series) {
    visitWindows(series, windows, context, ({ times, values, from, to }) => {
      const labels = series.dropName ? dropLabels(series.labels, nameOnly) : series.labels;
      results.push({ labels, times: times.slice(from, to), values: values.slice(from, to) });
      context.meter.hold(to - from);
    });
  }
  return results;
}

/** The value of an expression over a grid. Throws PromqlError. */
export function evaluate(expr: Expr, context: Context, grid: Grid): Value {
  const { meter } = context;
  const before = meter.heldSamples;
  const value = compute(expr, context, grid);
  // What led to the value is let go; the value itself stays.
  meter.hold(before + samplesOf(value) - meter.heldSamples);
  meter.watch();
  return value;
}

function samplesOf(value: Value): number {
  if (value.type === 'string') return 0;
  if (value.type === 'scalar') return value.values.length;
  let samples = 0;
  for (const { present } of value.columns) {
    for (let i = 0; i < present.length; i++) samples += present[i] ?? 0;
  }
  return samples;
}

function compute(expr: Expr, context: Context, grid: Grid): Value {
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
      if (!setOperators.has(expr.operator)) return evaluateBinary(expr, left, right, context, grid.count);
      return { type: 'vector', columns: evaluateSet(expr, columnsOf(left), columnsOf(right), grid.count) };
    }
    case 'aggregate': {
      const parameter = expr.parameter ? evaluate(expr.parameter, context, grid) : null;
      const columns = evaluateVector(expr.expr, context, grid);
      return { type: 'vector', columns: aggregate(expr, columns, parameter, context, grid.count) };
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
