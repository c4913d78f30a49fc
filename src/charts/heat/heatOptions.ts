import type uPlot from 'uplot';
import type { Language } from '../../model/language.ts';
import { axisFormatter, formatText } from '../../model/units.ts';
import {
  type AxisLook,
  bareOptions,
  fontOf,
  type PlotPlace,
  type PlotState,
  pageTextSize,
  plainAxis,
  timeAxis,
  widest,
} from '../axes.ts';
import { hatch } from '../hatch.ts';
import { resolveToken } from '../palette.ts';
import { linearTicks, logTicks } from '../valueScale.ts';
import { type FigureFormat, type Reader, writeFigure } from '../write.ts';
import { type HeatModel, type HeatRow, levels } from './heat.ts';
import { drawCells, type HeatColumns, type HeatPaint } from './heatDrawing.ts';
import { colorRamp } from './ramp.ts';

/** What stays the same over refreshes. */
export interface HeatStructure extends AxisLook {
  readonly model: HeatModel;
}

/** A text that changes when, and only when, the plot has to be built anew. */
export function heatStructureKey({ model, theme, language, timeZone }: HeatStructure): string {
  const { lines, axis, colors, figures } = model;
  return JSON.stringify([
    theme,
    language,
    timeZone,
    axis,
    colors,
    figures,
    lines.map(({ token, dash }) => [token, dash]),
  ]);
}

/** The ramp ends short of the ink: a whole row of it would outshine all else. */
const endOfRamp = 0.85;

/** The colors of cells, lowest first: from near the panel's own towards the ink, through the first of the series. */
export function heatRamp(theme: 'light' | 'dark'): readonly string[] {
  const stops = ['--raised', '--series-1', '--ink'].map((token) => resolveToken(token, theme));
  return colorRamp(stops, Math.round(levels / endOfRamp)).slice(0, levels);
}

/** uPlot's options for a heat chart: cells are drawn with the axes, below the lines. */
export function heatOptions(structure: HeatStructure, state: PlotState<HeatColumns>, place: PlotPlace): uPlot.Options {
  const { model, theme } = structure;
  const { textSize } = place;
  const { timeScale, ...bare } = bareOptions(state, place);
  const pixel = (textSize / pageTextSize) * devicePixelRatio;
  const paint: HeatPaint = {
    ramp: heatRamp(theme),
    absent: hatch(resolveToken('--line-strong', theme), pixel),
    pixel,
  };
  const line = (token: string, width: number, dash: readonly number[]): uPlot.Series => ({
    scale: 'left',
    stroke: resolveToken(token, theme),
    width: (width * textSize) / pageTextSize,
    dash: dash.map((length) => (length * textSize) / pageTextSize),
    points: { show: false },
  });
  return {
    ...bare,
    padding: [Math.ceil(textSize * 0.6), 2, 0, 0],
    scales: { x: timeScale, left: { range: () => [0, 1] } },
    axes: [timeAxis(structure, state, textSize), rowAxis(structure, state, textSize)],
    series: [
      {},
      ...model.lines.map(() => line('--panel', 4, [])),
      ...model.lines.map(({ token, dash }) => line(token, 1.75, dash)),
    ],
    hooks: {
      drawAxes: [(plot) => drawCells(plot, state.columns, paint)],
    },
  };
}

function rowAxis(structure: HeatStructure, state: PlotState<HeatColumns>, textSize: number): uPlot.Axis {
  const { theme, language, timeZone } = structure;
  const font = fontOf(textSize, theme);
  const ticks = (plot: uPlot) => {
    const height = plot.bbox.height / devicePixelRatio || plot.height;
    return rowTicks(state.columns, height / (textSize * 1.7), language, timeZone);
  };
  return {
    ...plainAxis(font, resolveToken('--ink-3', theme)),
    scale: 'left',
    side: 3,
    gap: Math.ceil(textSize * 0.6),
    size: (_plot, values) => widest(values, font) + Math.ceil(textSize * 0.6),
    grid: { show: false },
    splits: (plot) => ticks(plot).map(({ at }) => at),
    values: (plot) => ticks(plot).map(({ text }) => text),
    filter: (_plot, splits) => splits,
  };
}

interface RowTick {
  /** From 0 to 1. */
  readonly at: number;
  readonly text: string;
}

/**
 * What is written beside the rows: bounds where they stand (or, on a proportional axis, round values), and in the middle of
 * a row without an end what it is beyond. At most `most`, the lowest first.
 */
function rowTicks({ model, layout }: HeatColumns, most: number, language: Language, timeZone: string): RowTick[] {
  const { rows, axis, figures } = model;
  const write = (value: number) => formatText(value, { ...figures, labelled: true, language, timeZone });
  const open = rows.flatMap((row, i): RowTick[] => {
    const middle = ((layout.edges[i] ?? 0) + (layout.edges[i + 1] ?? 0)) / 2;
    if (row.upper === Number.POSITIVE_INFINITY && Number.isFinite(row.lower))
      return [{ at: middle, text: `> ${write(row.lower)}` }];
    if (row.lower === Number.NEGATIVE_INFINITY && Number.isFinite(row.upper))
      return [{ at: middle, text: `≤ ${write(row.upper)}` }];
    return [];
  });
  const bounds = [...new Set(rows.flatMap(({ lower, upper }) => [lower, upper]))].filter(Number.isFinite);
  const values = axis.kind === 'buckets' ? bounds : roundValues(bounds, model, most);
  // Bounds, and round values of a logarithmic axis, are of many magnitudes: each is in the unit that suits it.
  const texts =
    axis.kind === 'linear'
      ? axisFormatter(figures.unit, values, language, figures.decimals, timeZone)
      : values.map(write);
  const all = values.map((value, i): RowTick => ({ at: edgeOf(value, { model, layout }), text: texts[i] ?? '' }));
  const apart = 1 / Math.max(2, most);
  const kept: RowTick[] = open.filter(({ at }) => at >= 0 && at <= 1);
  // Every second, third, ... where not all fit: they stay where they are from one refresh to the next.
  for (let every = 1; every <= all.length; every++) {
    const thinned = all.filter((tick, i) => i % every === 0 && tick.at >= 0 && tick.at <= 1);
    const free = thinned.filter(({ at }) => kept.every((other) => Math.abs(other.at - at) >= apart));
    const isFree = free.every(({ at }, i) => i === 0 || at - (free[i - 1]?.at ?? 0) >= apart);
    if (isFree) return [...kept, ...free].sort((a, b) => a.at - b.at);
  }
  return kept;
}

/** A bound stands at the edge between two rows, whatever the scale. */
function edgeOf(value: number, { model, layout }: Pick<HeatColumns, 'model' | 'layout'>): number {
  const starts = model.rows.findIndex((row) => row.lower === value);
  if (starts >= 0) return layout.edges[starts] ?? 0;
  const ends = model.rows.findIndex((row) => row.upper === value);
  return ends >= 0 ? (layout.edges[ends + 1] ?? 0) : layout.project(value);
}

function roundValues(bounds: readonly number[], { axis, figures }: HeatModel, most: number): number[] {
  const positive = bounds.filter((bound) => bound > 0);
  const low = axis.min ?? (axis.kind === 'log' ? positive[0] : bounds[0]) ?? 0;
  const high = axis.max ?? bounds.at(-1) ?? 1;
  const count = Math.min(6, Math.max(2, Math.floor(most / 2)));
  return axis.kind === 'log' && low > 0
    ? logTicks({ min: low, max: high }, count)
    : linearTicks({ min: low, max: high }, count, figures.unit);
}

/** The values of a row in words: `5 ms – 10 ms`, `> 10 s`. */
export function rowText({ lower, upper }: HeatRow, figures: FigureFormat, reader: Reader): string {
  const write = (value: number) => writeFigure(value, { ...figures, labelled: false }, reader);
  if (upper === Number.POSITIVE_INFINITY && Number.isFinite(lower)) return `> ${write(lower)}`;
  if (lower === Number.NEGATIVE_INFINITY || (lower === 0 && upper > 0)) return `≤ ${write(upper)}`;
  return `${write(lower)} – ${write(upper)}`;
}
