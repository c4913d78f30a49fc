import type uPlot from 'uplot';
import type { Language } from '../model/language.ts';
import { axisFormatter, formatText } from '../model/units.ts';
import type { ChartModel, ChartSeries, Side, Span, ValueAxis } from './chart.ts';
import type { Columns } from './columns.ts';
import { faint, resolveToken, toneToken } from './palette.ts';
import { pathsOf } from './paths.ts';
import { drawThresholds, drawThresholdTexts, type ThresholdMarks } from './thresholdMarks.ts';
import { timeTicks } from './timeTicks.ts';
import { linearLimits, linearTicks, logLimits, logTicks } from './valueScale.ts';

/** What stays the same over refreshes. A change of any of it (see `structureKey`) builds the plot anew. */
export interface PlotStructure {
  readonly model: ChartModel;
  readonly theme: 'light' | 'dark';
  readonly language: Language;
  readonly timeZone: string;
}

/** Where a plot is drawn, CSS pixels. */
export interface PlotPlace {
  readonly width: number;
  readonly height: number;
  /** Of the axes; lines and distances grow with it. */
  readonly textSize: number;
}

/** The size of axis text on a page (`--text-xs`), CSS pixels. */
export const pageTextSize = 11;

/** What changes with every refresh; the options read it through here. */
export interface PlotState {
  columns: Columns;
  span: Span;
  /** Called after each drawing. */
  drawn: () => void;
}

/** Least pixels between two ticks of the axes, in multiples of the text size. */
const tickSpacing = { x: 7, y: 2.7 };

/** A text that changes when, and only when, the plot has to be built anew. */
export function structureKey({ model, theme, language, timeZone }: PlotStructure): string {
  const { series, ...rest } = model;
  const looks = series.map(({ times: _t, interval: _i, samples: _s, name: _n, ...look }) => look);
  return JSON.stringify([theme, language, timeZone, rest, looks]);
}

/** uPlot's options for a chart. Pointer, legend and tooltip are not uPlot's: they are drawn over it. */
export function plotOptions(
  structure: PlotStructure,
  state: PlotState,
  { width, height, textSize }: PlotPlace,
): uPlot.Options {
  const { model } = structure;
  const sides = (['left', 'right'] as const).filter((side) => model.series.some((series) => series.side === side));
  if (sides.length === 0) sides.push('left');
  const marks = thresholdMarks(structure, textSize);
  return {
    width,
    height,
    ms: 1,
    padding: [Math.ceil(textSize * 0.6), sides.includes('right') ? 0 : 2, 0, sides.includes('left') ? 0 : 2],
    legend: { show: false },
    cursor: { show: false },
    select: { show: false, left: 0, top: 0, width: 0, height: 0 },
    scales: {
      x: { time: true, range: () => [state.span.from, state.span.to] },
      ...Object.fromEntries(sides.map((side) => [side, valueScale(model, side)])),
    },
    axes: [
      timeAxis(structure, state, textSize),
      ...sides.map((side, i) => valueAxis(structure, side, textSize, i === 0)),
    ],
    series: [
      {},
      ...model.series.map((series, i) => seriesOptions(series, i, structure, state, textSize / pageTextSize)),
    ],
    hooks: {
      drawAxes: [(plot) => drawThresholds(plot, marks)],
      draw: [(plot) => drawThresholdTexts(plot, marks), () => state.drawn()],
    },
  };
}

function thresholdMarks(structure: PlotStructure, textSize: number): ThresholdMarks {
  const { model, theme } = structure;
  return {
    thresholds: model.thresholds,
    style: model.thresholdStyle,
    font: fontOf(textSize * devicePixelRatio, theme),
    pixel: (textSize / pageTextSize) * devicePixelRatio,
    halo: resolveToken('--panel', theme),
    text: (value) => axisText(value, model.left, structure),
    color: (tone) => resolveToken(toneToken(tone), theme),
  };
}

function seriesOptions(
  series: ChartSeries,
  i: number,
  { model, theme }: PlotStructure,
  state: PlotState,
  growth: number,
): uPlot.Series {
  const color = resolveToken(series.token, theme);
  const width = series.lineWidth * growth;
  const filled = series.draw === 'area' || series.draw === 'bars';
  return {
    scale: series.side,
    width: series.draw === 'bars' ? 0 : width,
    stroke: color,
    ...(filled && { fill: faint(color, series.draw === 'bars' ? Math.max(series.fill, 0.7) : series.fill) }),
    dash: series.dash.map((length) => length * growth),
    paths: pathsOf(series, i, model.stack !== 'none', () => state.columns),
    points: {
      show: series.draw === 'points',
      filter: () => (series.draw === 'points' ? null : [...(state.columns.lone[i] ?? [])]),
      size: series.draw === 'points' ? width * 3 : Math.max(4, width * 2.6),
      width: 0,
      fill: color,
    },
  };
}

function valueScale(model: ChartModel, side: Side): uPlot.Scale {
  const axis = model[side];
  const grounded =
    model.stack !== 'none' ||
    model.series.some((series) => series.side === side && (series.draw === 'area' || series.draw === 'bars'));
  // What takes no sides (NaN, no data) comes from uPlot as null.
  const range = (_: uPlot, low: number | null, high: number | null): uPlot.Range.MinMax => {
    const limits = axis.scale === 'log' ? logLimits(low, high, axis) : linearLimits(low, high, axis, grounded);
    // Without limits uPlot draws no axis, rather than one of made-up values.
    return limits === null ? [null, null] : [limits.min, limits.max];
  };
  return { distr: axis.scale === 'log' ? 3 : 1, range };
}

function timeAxis(structure: PlotStructure, state: PlotState, textSize: number): uPlot.Axis {
  const { language, timeZone, theme } = structure;
  const font = fontOf(textSize, theme);
  const ticks = (plot: uPlot) => {
    const { from, to } = state.span;
    const width = plot.bbox.width / devicePixelRatio || plot.width;
    const timeOf = (pixels: number) => (pixels / width) * (to - from);
    for (let count = Math.max(2, Math.floor(width / (textSize * tickSpacing.x))); ; count--) {
      const all = timeTicks(state.span, count, timeZone, language);
      const texts = all.map((tick) => tick.text);
      const label = widest(texts, font);
      const [apart, margin] = [timeOf(label + textSize), timeOf(label / 2)];
      const collides = all.some(({ time }, i) => time - (all[i - 1]?.time ?? Number.NEGATIVE_INFINITY) < apart);
      // Nor is any cut at the ends.
      if (!collides || count === 1) return all.filter(({ time }) => time >= from + margin && time <= to - margin);
    }
  };
  return {
    ...plainAxis(font, resolveToken('--ink-3', theme)),
    scale: 'x',
    side: 2,
    size: Math.ceil(textSize * 1.9),
    gap: Math.ceil(textSize * 0.5),
    grid: { show: false },
    splits: (plot) => ticks(plot).map((tick) => tick.time),
    values: (plot) => ticks(plot).map((tick) => tick.text),
  };
}

function valueAxis(structure: PlotStructure, side: Side, textSize: number, grid: boolean): uPlot.Axis {
  const { model, language, timeZone, theme } = structure;
  const font = fontOf(textSize, theme);
  const axis = model[side];
  return {
    ...plainAxis(font, resolveToken('--ink-3', theme)),
    scale: side,
    side: side === 'left' ? 3 : 1,
    gap: Math.ceil(textSize * 0.6),
    size: (_plot, values) => widest(values, font) + Math.ceil(textSize * 0.6),
    grid: grid ? { show: true, stroke: resolveToken('--grid', theme), width: 1 } : { show: false },
    splits: (plot, _index, min, max) => {
      const height = plot.bbox.height / devicePixelRatio || plot.height;
      const count = Math.min(5, Math.max(2, Math.floor(height / (textSize * tickSpacing.y))));
      return axis.scale === 'log' ? logTicks({ min, max }, count) : linearTicks({ min, max }, count, axis.unit);
    },
    values: (_plot, splits) => axisFormatter(axis.unit, splits, language, axis.decimals, timeZone),
    // uPlot would leave out labels of a logarithmic axis that are already thinned.
    filter: (_plot, splits) => splits,
  };
}

function fontOf(size: number, theme: 'light' | 'dark'): string {
  return `${Math.round(size)}px ${resolveToken('--font', theme)}`;
}

function plainAxis(font: string, color: string): uPlot.Axis {
  return {
    font,
    stroke: color,
    ticks: { show: false },
    border: { show: false },
    // uPlot draws no axis without an increment; the ticks here are computed elsewhere.
    space: 1,
    incrs: (_plot, _index, min, max) => [Math.max(5, max - min)],
  };
}

function axisText(value: number, axis: ValueAxis, { language, timeZone }: PlotStructure): string {
  return formatText(value, { ...axis, language, timeZone, labelled: true });
}

let ruler: CanvasRenderingContext2D | null = null;

/** Width of the widest of some texts, CSS pixels, in steps that keep the plot from moving with every digit. */
function widest(texts: readonly string[] | null, font: string): number {
  ruler ??= document.createElement('canvas').getContext('2d');
  if (ruler === null || texts === null) return 0;
  ruler.font = font;
  let width = 0;
  for (const text of texts) width = Math.max(width, ruler.measureText(text).width);
  return Math.ceil(width / 4) * 4;
}
