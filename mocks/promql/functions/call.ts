import type { Call, Expr } from '../ast.ts';
import { executionError } from '../errors.ts';
import { evaluateSelector } from '../selectors.ts';
import { descending } from '../statistics.ts';
import { type Column, type Context, type Grid, gridTimes, mapColumn, type Value, type Windows } from '../values.ts';
import { absentColumn, windowPresence } from './absent.ts';
import { histogramFraction, histogramQuantile, histogramQuantiles } from './histograms.ts';
import { labelJoin, labelReplace, sortByLabel } from './label-functions.ts';
import { dateFunctions, mathFunctions, scaledFunctions } from './math.ts';
import { overTime, type WindowFunction } from './over-time.ts';
import { rates } from './rates.ts';
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
  if (windowed) return vector(callWindowed(call, windowed, args, grid));
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

function callWindowed(call: Call, compute: WindowFunction, args: Arguments, grid: Grid): Column[] {
  const position = call.name === 'quantile_over_time' ? 1 : 0;
  const columns = call.args.flatMap((_, index) => (index === position ? [] : [args.scalar(index)]));
  // Of its arguments the prediction takes one; it starts from the time of evaluation, whatever the selector's offset.
  if (call.name === 'predict_linear') columns.push(gridTimes(grid));
  const keepName = keepsName.has(call.name);
  return mapWindows(args.windows(position), keepName, (window, i) =>
    compute(
      window,
      columns.map((values) => values[i] ?? Number.NaN),
    ),
  );
}

function constant(values: Float64Array): Column {
  return { labels: {}, values, present: new Uint8Array(values.length).fill(1), dropName: false };
}

function callSpecial(call: Call, args: Arguments, context: Context, grid: Grid): Value {
  const { query } = context;
  const texts = (from: number): string[] => call.args.slice(from).map((_, i) => args.text(from + i));
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
      return vector([absentColumn(call.args[0], windowPresence(args.windows(0)), grid.count)]);
    case 'sort':
      return vector(sortByValue(args.vector(0), (a, b) => descending(-a, -b)));
    case 'sort_desc':
      return vector(sortByValue(args.vector(0), descending));
    case 'sort_by_label':
      return vector(sortByLabel(args.vector(0), texts(1), 1));
    case 'sort_by_label_desc':
      return vector(sortByLabel(args.vector(0), texts(1), -1));
    case 'label_replace':
      return vector(labelReplace(args.vector(0), texts(1)));
    case 'label_join':
      return vector(labelJoin(args.vector(0), texts(1)));
    case 'histogram_quantile':
      return vector(histogramQuantile(args.scalar(0), args.vector(1)));
    case 'histogram_fraction':
      return vector(histogramFraction(args.scalar(0), args.scalar(1), args.vector(2)));
    case 'histogram_quantiles':
      return vector(
        histogramQuantiles(
          args.vector(0),
          args.text(1),
          call.args.slice(2).map((_, i) => args.scalar(i + 2)),
        ),
      );
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
