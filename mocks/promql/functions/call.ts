import type { Call, Expr } from '../ast.ts';
import { executionError } from '../errors.ts';
import { labelValue, metricName } from '../labels.ts';
import { evaluateSelector } from '../selectors.ts';
import { descending } from '../statistics.ts';
import { type Column, type Context, type Grid, gridTimes, mapColumn, type Value, type Windows } from '../values.ts';
import { absentColumn, windowPresence } from './absent.ts';
import {
  type BucketVector,
  histogramFraction,
  histogramQuantile,
  histogramQuantiles,
  type Quantiles,
} from './histograms.ts';
import { labelJoin, labelReplace, sortByLabel } from './label-functions.ts';
import { dateFunctions, mathFunctions, scaledFunctions } from './math.ts';
import { overSorted, overTime, type WindowFunction } from './over-time.ts';
import { rates } from './rates.ts';
import { SortedWindow } from './sorted-window.ts';
import { mapWindows } from './windows.ts';

/** How a function reads its arguments: each over the grid of the call. */
export interface Arguments {
  scalar(index: number): Float64Array;
  vector(index: number): readonly Column[];
  windows(index: number): Windows;
  text(index: number): string;
}

/** The times of a grid in epoch seconds. */
const seconds = (grid: Grid): Float64Array => gridTimes(grid).map((time) => time / 1000);

const vector = (columns: readonly Column[]): Value => ({ type: 'vector', columns });
const scalar = (values: Float64Array): Value => ({ type: 'scalar', values });

/** The value of a function call over a grid. Throws an execution error on native histograms' functions. */
export function evaluateCall(call: Call, args: Arguments, context: Context, grid: Grid): Value {
  const windowed = overTime[call.name] ?? rates[call.name];
  if (windowed) return vector(callWindowed(call, () => windowed, args, context, grid));
  const sorted = overSorted[call.name];
  if (sorted) {
    const makeFunction = (): WindowFunction => {
      const values = new SortedWindow();
      return (window, scalars) => sorted(values.slide(window), scalars);
    };
    return vector(callWindowed(call, makeFunction, args, context, grid));
  }
  const mathematical = mathFunctions[call.name];
  if (mathematical) return vector(args.vector(0).map((column) => mapColumn(column, mathematical, true)));
  const scaled = scaledFunctions[call.name];
  if (scaled) {
    const [a, b] = [1, 2].map((index) => (index < call.args.length ? args.scalar(index) : undefined));
    return vector(
      args.vector(0).map((column) => mapColumn(column, (x, i) => scaled(x, a?.[i] ?? 1, b?.[i] ?? 1), true)),
    );
  }
  const dated = dateFunctions[call.name];
  if (dated) {
    const columns = call.args.length > 0 ? args.vector(0) : [constant(seconds(grid))];
    return vector(columns.map((column) => mapColumn(column, dated, true)));
  }
  return callSpecial(call, args, context, grid);
}

const keepsName: ReadonlySet<string> = new Set(['first_over_time', 'last_over_time']);

/** The columns of a function over ranges, which may keep something from window to window and so is made for each series. */
function callWindowed(
  { name, args: exprs }: Call,
  makeFunction: () => WindowFunction,
  args: Arguments,
  context: Context,
  grid: Grid,
): Column[] {
  const position = name === 'quantile_over_time' ? 1 : 0;
  const scalars = exprs.flatMap((_, index) => (index === position ? [] : [args.scalar(index)]));
  // Of its arguments the prediction takes one; it starts from the time of evaluation, whatever the selector's offset.
  if (name === 'predict_linear') scalars.push(gridTimes(grid));
  const columns = mapWindows(args.windows(position), context, keepsName.has(name), () => {
    const compute = makeFunction();
    return (window, i) =>
      compute(
        window,
        scalars.map((values) => values[i] ?? Number.NaN),
      );
  });
  const [scalar] = scalars;
  if (name === 'quantile_over_time' && scalar && columns.length > 0) {
    context.annotations.quantiles(scalar, exprs[0]?.from ?? 0);
  }
  if (name === 'rate' || name === 'increase') {
    for (const { labels, present } of columns) {
      if (present.includes(1)) context.annotations.rateOf(labelValue(labels, metricName), exprs[0]?.from ?? 0);
    }
  }
  return columns;
}

function constant(values: Float64Array): Column {
  return { labels: {}, values, present: new Uint8Array(values.length).fill(1), dropName: false };
}

function callSpecial(call: Call, args: Arguments, context: Context, grid: Grid): Value {
  const { query, annotations } = context;
  const texts = (first: number): string[] => call.args.slice(first).map((_, i) => args.text(first + i));
  const from = (index: number): number => call.args[index]?.from ?? call.from;
  const quantiles = (index: number): Quantiles => ({ values: args.scalar(index), from: from(index) });
  const buckets = (index: number): BucketVector => ({ columns: args.vector(index), from: from(index) });
  if (call.name.startsWith('sort') && query.start !== query.end) annotations.sortedRange(call.from);
  const filled = (value: number): Value => scalar(new Float64Array(grid.count).fill(value));
  switch (call.name) {
    case 'time':
      return scalar(seconds(grid));
    case 'pi':
      return filled(Math.PI);
    case 'start':
      return filled(query.start / 1000);
    case 'end':
      return filled(query.end / 1000);
    case 'step':
      return filled(query.step / 1000);
    case 'range':
      return filled((query.end - query.start) / 1000);
    case 'max_of':
    case 'min_of': {
      const extreme = call.name === 'max_of' ? Math.max : Math.min;
      const other = args.scalar(1);
      return scalar(args.scalar(0).map((value, i) => extreme(value, other[i] ?? Number.NaN)));
    }
    case 'vector':
      return vector([constant(args.scalar(0))]);
    case 'scalar':
      return scalar(onlyValues(args.vector(0), grid.count));
    case 'timestamp':
      return vector(timestamps(call.args[0], args, context, grid));
    case 'absent':
      return vector([
        absentColumn(
          call.args[0],
          args.vector(0).map(({ present }) => present),
          grid.count,
        ),
      ]);
    case 'absent_over_time':
      return vector([absentColumn(call.args[0], windowPresence(args.windows(0), context), grid.count)]);
    case 'sort':
      return vector(sortByValue(args.vector(0), (a, b) => descending(-a, -b)));
    case 'sort_desc':
      return vector(sortByValue(args.vector(0), descending));
    case 'sort_by_label':
      return vector(sortByLabel(args.vector(0), texts(1), 1));
    case 'sort_by_label_desc':
      return vector(sortByLabel(args.vector(0), texts(1), -1));
    case 'label_replace':
      return vector(labelReplace(args.vector(0), texts(1), context));
    case 'label_join':
      return vector(labelJoin(args.vector(0), texts(1)));
    case 'histogram_quantile':
      return vector(histogramQuantile(quantiles(0), buckets(1), context, grid));
    case 'histogram_fraction':
      return vector(histogramFraction(args.scalar(0), args.scalar(1), buckets(2), context));
    case 'histogram_quantiles': {
      const qs = call.args.slice(2).map((_, i) => quantiles(i + 2));
      return vector(histogramQuantiles(buckets(0), args.text(1), qs, context, grid));
    }
    default:
      throw executionError(`${call.name} needs native histograms, which this server does not have`);
  }
}

/** The values of the only series there is, NaN at times when there is none or more than one. */
function onlyValues(columns: readonly Column[], count: number): Float64Array {
  return new Float64Array(count).map((_, i) => {
    const there = columns.filter(({ present }) => present[i] === 1);
    return there.length === 1 ? (there[0]?.values[i] ?? Number.NaN) : Number.NaN;
  });
}

/** Sorts at an instant; over a range the order of series is that of their labels anyway. */
function sortByValue(columns: readonly Column[], order: (a: number, b: number) => number): Column[] {
  return [...columns].sort((a, b) => order(a.values[0] ?? 0, b.values[0] ?? 0));
}

/** Of a plain selector the time of each sample, in epoch seconds; of anything else the time of evaluation. */
function timestamps(argument: Expr | undefined, args: Arguments, context: Context, grid: Grid): Column[] {
  if (argument?.kind === 'parentheses') return timestamps(argument.expr, args, context, grid);
  if (argument?.kind === 'selector') {
    const columns = evaluateSelector(argument, context, grid, ({ times }, index) => (times[index] ?? 0) / 1000);
    return columns.map((column) => ({ ...column, dropName: true }));
  }
  const times = seconds(grid);
  return args.vector(0).map((column) => mapColumn(column, (_, i) => times[i], true));
}
