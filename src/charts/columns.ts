import { isPresent } from '../model/frame.ts';
import type { ChartModel, ChartSeries, Stack } from './chart.ts';

/** A column as uPlot takes it: null breaks the line, undefined (a time of another series' grid) does not. */
export type Column = Float64Array | (number | null | undefined)[];

/** What is drawn, on one grid of times. One entry a series in each list. */
export interface Columns {
  readonly times: Float64Array;
  readonly values: readonly Column[];
  /** Where a stacked series starts; null for one that stands on its own. */
  readonly bases: readonly (Column | null)[];
  /** Grid indices of samples with no neighbor, which no line would show; null when there are none. */
  readonly lone: readonly (readonly number[] | null)[];
}

/**
 * Lines up the series of a chart for drawing: one grid of times, absent and non-finite samples as breaks, mirrored and
 * stacked values in place of the read ones. Hidden series, and those that stand on their own, take no part in a stack. A column that needs none of this is
 * the frame's own array, uncopied.
 */
export function toColumns(chart: ChartModel, hidden: ReadonlySet<string>): Columns {
  const times = unionOfTimes(chart.series.map((series) => series.times));
  const stacked = chart.stack !== 'none';
  const placed = chart.series.map((series) => {
    const own = ownColumn(series, chart[series.side].scale === 'log', chart.unbroken);
    return sameTimes(series.times, times) ? own : spread(own, series, times, stacked && series.stacked);
  });
  const { values, bases } = stacked
    ? stackColumns(chart.series, placed, chart.stack, hidden)
    : { values: placed, bases: placed.map(() => null) };
  // Of what is drawn: a stack in percent has breaks of its own.
  return { times, values, bases, lone: values.map(loneSamples) };
}

/** All times of several ascending grids, ascending, each once. Equal grids give back the first one itself. */
export function unionOfTimes(grids: readonly Float64Array[]): Float64Array {
  const [first] = grids;
  if (first === undefined) return new Float64Array(0);
  const others = [...new Set(grids)].filter((grid) => !sameTimes(grid, first));
  if (others.length === 0) return first;
  const all = new Set(first);
  for (const grid of others) for (const time of grid) all.add(time);
  return Float64Array.from(all).sort();
}

function sameTimes(a: Float64Array, b: Float64Array): boolean {
  return a === b || (a.length === b.length && a.every((time, i) => time === b[i]));
}

/** A series on its own grid: null where the line breaks, undefined at absences too short to be a gap. */
function ownColumn({ samples, times, mirrored }: ChartSeries, log: boolean, unbroken: number): Column {
  const { values } = samples;
  if (!log && !mirrored && allFinite(values)) return values;
  const sign = mirrored ? -1 : 1;
  const column: (number | null | undefined)[] = Array.from(values, (value) =>
    !Number.isFinite(value) || (log && value <= 0) ? null : value * sign,
  );
  let before = -1;
  values.forEach((_, i) => {
    if (!isPresent(samples, i)) return;
    const isShort = (times[i] ?? 0) - (times[before] ?? Number.NEGATIVE_INFINITY) <= unbroken;
    if (isShort) column.fill(undefined, before + 1, i);
    before = i;
  });
  return column;
}

/** A plain loop: this is asked of every sample at every refresh, and is several times faster than `every`. */
function allFinite(values: Float64Array): boolean {
  for (let i = 0; i < values.length; i++) if (!Number.isFinite(values[i])) return false;
  return true;
}

/**
 * A column on the union grid. At times that are not its own it is undefined; to be stacked it holds the last sample for as
 * long as its interval lasts, since a stack needs a value of each member at each time.
 */
function spread(column: Column, series: ChartSeries, times: Float64Array, hold: boolean): Column {
  let own = -1;
  return Array.from(times, (time) => {
    while (own + 1 < series.times.length && (series.times[own + 1] ?? Number.POSITIVE_INFINITY) <= time) own++;
    const at = series.times[own];
    if (at === undefined) return undefined;
    return at === time || (hold && time - at < series.interval) ? column[own] : undefined;
  });
}

/** Samples between two breaks. Times of other grids are passed over. */
function loneSamples(column: Column): readonly number[] | null {
  if (column instanceof Float64Array) return column.length === 1 ? [0] : null;
  const lone: number[] = [];
  let run = 0;
  let last = -1;
  column.forEach((value, i) => {
    if (value === undefined) return;
    if (value === null) {
      if (run === 1) lone.push(last);
      run = 0;
      return;
    }
    run++;
    last = i;
  });
  if (run === 1) lone.push(last);
  return lone.length === 0 ? null : lone;
}

/** Piles the columns up, separately per axis and per direction. A series with no sample leaves the pile as it is. */
function stackColumns(
  series: readonly ChartSeries[],
  columns: readonly Column[],
  stack: Stack,
  hidden: ReadonlySet<string>,
): Pick<Columns, 'values' | 'bases'> {
  const pileOf = (one: ChartSeries) => `${one.side} ${one.mirrored}`;
  const length = columns[0]?.length ?? 0;
  const totals = stack === 'percent' ? totalsByPile(series, columns, hidden, pileOf) : null;
  const piles = new Map<string, Float64Array>();
  const bases: (Column | null)[] = [];
  const values = columns.map((column, s) => {
    const one = series[s];
    if (one === undefined || !isPiled(one, hidden)) {
      bases.push(null);
      return column;
    }
    const pile = piles.get(pileOf(one)) ?? new Float64Array(length);
    piles.set(pileOf(one), pile);
    bases.push(pile.slice());
    const total = totals?.get(pileOf(one));
    return Array.from(pile, (below, i) => {
      const value = column[i];
      if (value === null || value === undefined) return value;
      const share = total ? value / Math.abs(total[i] ?? 0) : value;
      // Nothing out of nothing is no share at all.
      if (!Number.isFinite(share)) return null;
      pile[i] = below + share;
      return below + share;
    });
  });
  return { values, bases };
}

const isPiled = ({ key, stacked }: ChartSeries, hidden: ReadonlySet<string>) => stacked && !hidden.has(key);

function totalsByPile(
  series: readonly ChartSeries[],
  columns: readonly Column[],
  hidden: ReadonlySet<string>,
  pileOf: (one: ChartSeries) => string,
): Map<string, Float64Array> {
  const totals = new Map<string, Float64Array>();
  columns.forEach((column, s) => {
    const one = series[s];
    if (one === undefined || !isPiled(one, hidden)) return;
    const total = totals.get(pileOf(one)) ?? new Float64Array(column.length);
    totals.set(pileOf(one), total);
    column.forEach((value, i) => {
      total[i] = (total[i] ?? 0) + (value ?? 0);
    });
  });
  return totals;
}
