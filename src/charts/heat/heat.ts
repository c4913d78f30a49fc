import type { SeriesColor } from '../palette.ts';
import type { FigureFormat } from '../write.ts';

/** Values from above `lower` up to and with `upper`; either may be infinite. */
export interface HeatRow {
  readonly lower: number;
  readonly upper: number;
}

/** A line over the cells. */
export interface HeatLine extends SeriesColor {
  readonly key: string;
  readonly name: string;
  /** On the times of the chart, in the unit of the rows; NaN where there is none. */
  readonly values: Float64Array;
  /** 1 where all that is known is that the value is beyond the last bound, at which it is drawn; null when nowhere. */
  readonly beyond: Uint8Array | null;
}

/** How far up a value stands: each row as high as the next, or as its bounds are apart. `min` and `max` fix the ends of the latter. */
export interface HeatAxis {
  readonly kind: 'buckets' | 'linear' | 'log';
  readonly min: number | undefined;
  readonly max: number | undefined;
}

export type HeatColors = 'linear' | 'sqrt' | 'log';

/** Everything a heat chart draws. */
export interface HeatModel {
  /** The middle of each column, epoch ms, ascending. */
  readonly times: Float64Array;
  /** Width of a column, ms. */
  readonly interval: number;
  /** From the lowest up, each starting where the one before ends. */
  readonly rows: readonly HeatRow[];
  /** Row by row, a cell for each time; NaN where there is no data. Never negative. */
  readonly cells: Float64Array;
  /** Of each column, NaN where it has no data. */
  readonly totals: Float64Array;
  readonly lines: readonly HeatLine[];
  /** What is to be said of every cell; null when nothing is. */
  readonly note: string | null;
  readonly axis: HeatAxis;
  readonly colors: HeatColors;
  /** How bounds and lines are written, and what cells hold. */
  readonly figures: FigureFormat;
  readonly cellFigures: FigureFormat;
}

/** Smallest above zero, and largest cell; both 0 when there is none. */
export interface HeatExtent {
  readonly least: number;
  readonly most: number;
}

export function extentOf(cells: Float64Array): HeatExtent {
  let [least, most] = [Number.POSITIVE_INFINITY, 0];
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i] ?? 0;
    if (cell > most) most = cell;
    if (cell > 0 && cell < least) least = cell;
  }
  return { least: most > 0 ? least : 0, most };
}

/** How many colors there are, that of zero included: more than the eye tells apart. */
export const levels = 48;

/** Decades that a logarithmic ramp spans at most: beyond them figures come from the arithmetic. */
const mostDecades = 6;

/** The color of a cell, from 0 (nothing but zero has it) to `levels - 1` (the largest). */
export function levelOf(cell: number, { most, least }: HeatExtent, colors: HeatColors): number {
  if (!(cell > 0)) return 0;
  return 1 + Math.round(shareOf(cell, { most, least }, colors) * (levels - 2));
}

function shareOf(cell: number, { most, least }: HeatExtent, colors: HeatColors): number {
  if (colors === 'linear') return cell / most;
  if (colors === 'sqrt') return Math.sqrt(cell / most);
  const decades = decadesOf(most, least);
  return decades === 0 ? 1 : Math.max(0, 1 + Math.log10(cell / most) / decades);
}

function decadesOf(most: number, least: number): number {
  return Math.min(mostDecades, Math.log10(most / least));
}

/** The cell whose color is `share` of the way from the lowest to the highest: what the legend writes there. */
export function cellAtShare(share: number, { most, least }: HeatExtent, colors: HeatColors): number {
  if (colors === 'linear') return share * most;
  if (colors === 'sqrt') return share * share * most;
  return most * 10 ** ((share - 1) * decadesOf(most, least));
}

/** Where rows and values stand, from 0 (bottom) to 1 (top). What is outside is not shown. */
export interface HeatLayout {
  /** One more than rows: where each starts, and where the last ends. */
  readonly edges: readonly number[];
  readonly project: (value: number) => number;
}

/** Height of a row without an end beside proportional ones. */
const openHeight = 0.07;

/** Lays out the rows of a heat chart. On a logarithmic axis the row that starts at zero is as high as the one above it. */
export function layoutOf(rows: readonly HeatRow[], axis: HeatAxis): HeatLayout {
  const scale = axis.kind === 'buckets' ? null : proportional(rows, axis);
  const count = Math.max(1, rows.length);
  const edges = scale
    ? [...rows.map((row) => scale(row.lower)), scale(rows.at(-1)?.upper ?? 1)]
    : Array.from({ length: count + 1 }, (_, i) => i / count);
  const project = (value: number) => {
    if (scale) return scale(value);
    const i = rowAt(rows, value);
    const row = rows[i];
    if (row === undefined) return Number.NaN;
    const width = row.upper - row.lower;
    return (i + (Number.isFinite(width) ? (value - row.lower) / width : 0)) / count;
  };
  return { edges, project };
}

/** Index of the row that a value belongs to: it includes its upper bound. The lowest one takes what is below it. -1 for NaN. */
function rowAt(rows: readonly HeatRow[], value: number): number {
  return rows.findIndex((row) => value <= row.upper);
}

function proportional(rows: readonly HeatRow[], { kind, min, max }: HeatAxis): (value: number) => number {
  const finite = [...new Set(rows.flatMap((row) => [row.lower, row.upper]))].filter(Number.isFinite);
  const positive = finite.filter((bound) => bound > 0);
  const [first = 1, second = first * 10] = positive;
  const log = kind === 'log' && positive.length > 0;
  const floor = log ? (first * first) / second : (finite[0] ?? 0);
  const measure = log ? (value: number) => Math.log(Math.max(value, floor)) : (value: number) => value;
  const low = measure(min ?? floor);
  const high = Math.max(measure(max ?? finite.at(-1) ?? 1), low + Number.EPSILON);
  const below = min === undefined && rows[0]?.lower === Number.NEGATIVE_INFINITY ? openHeight : 0;
  const above = max === undefined && rows.at(-1)?.upper === Number.POSITIVE_INFINITY ? openHeight : 0;
  return (value) => {
    if (value === Number.POSITIVE_INFINITY) return above > 0 ? 1 : 2;
    if (value === Number.NEGATIVE_INFINITY) return below > 0 ? 0 : -1;
    return below + ((measure(value) - low) / (high - low)) * (1 - below - above);
  };
}
