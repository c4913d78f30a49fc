import type uPlot from 'uplot';
import type { Language } from '../model/language.ts';
import { axisFormatter, formatText } from '../model/units.ts';
import type { ChartModel, ChartSeries, Side, Span, ValueAxis } from './chart.ts';
import type { Columns } from './columns.ts';
import { faint, resolveToken, toneToken } from './palette.ts';
import { pathsOf } from './paths.ts';
import { drawThresholds, drawThresholdTexts } from './thresholdMarks.ts';
import { timeTicks } from './timeTicks.ts';
import { linearLimits, linearTicks, logLimits, logTicks } from './valueScale.ts';

/** What stays the same over refreshes. A change of any of it (see `structureKey`) builds the plot anew. */
export interface PlotStructure {
  readonly model: ChartModel;
  readonly theme: 'light' | 'dark';
  readonly language: Language;
  readonly timeZone: string;
  /** Of the axes' text, CSS pixels. */
  readonly textSize: number;
}

/** What changes with every refresh; the options read it through here. */
export interface PlotState {
  columns: Columns;
  span: Span;
  /** Called after each drawing. */
  drawn: () => void;
}

/** Pixels between two ticks of the axes, in multiples of the text size. */
const tickSpacing = { x: 8, y: 2.7 };

/** A text that changes when, and only when, the plot has to be built anew. */
export function structureKey({ model, theme, language, timeZone, textSize }: PlotStructure): string {
  const { series, ...rest } = model;
  const looks = series.map(({ times: _t, interval: _i, samples: _s, name: _n, ...look }) => look);
  return JSON.stringify([theme, language, timeZone, textSize, rest, looks]);
}

/** uPlot's options for a chart. Pointer, legend and tooltip are not uPlot's: they are drawn over it. */
export function plotOptions(
  structure: PlotStructure,
  state: PlotState,
  size: { readonly width: number; readonly height: number },
): uPlot.Options {
  const { model, textSize, theme } = structure;
  const font = `${textSize}px ${resolveToken('--font', theme)}`;
  const sides = (['left', 'right'] as const).filter((side) => model.series.some((series) => series.side === side));
  if (sides.length === 0) sides.push('left');
  const marks = {
    thresholds: model.thresholds,
    style: model.thresholdStyle,
    font: `${textSize * devicePixelRatio}px ${resolveToken('--font', theme)}`,
    text: (value: number) => axisText(value, model.left, structure),
    halo: resolveToken('--panel', theme),
    color: (tone: Parameters<typeof toneToken>[0]) => resolveToken(toneToken(tone), theme),
  };
  return {
    ...size,
    ms: 1,
    padding: [Math.ceil(textSize * 0.6), sides.includes('right') ? 0 : 2, 0, sides.includes('left') ? 0 : 2],
    legend: { show: false },
    cursor: { show: false },
    select: { show: false, left: 0, top: 0, width: 0, height: 0 },
    scales: {
      x: { time: true, range: () => [state.span.from, state.span.to] },
      ...Object.fromEntries(sides.map((side) => [side, valueScale(model, side)])),
    },
    axes: [timeAxis(structure, state, font), ...sides.map((side, i) => valueAxis(structure, side, font, i === 0))],
    series: [{}, ...model.series.map((series, i) => seriesOptions(series, i, structure, state))],
    hooks: {
      drawAxes: [(plot) => drawThresholds(plot, marks)],
      draw: [(plot) => drawThresholdTexts(plot, marks), () => state.drawn()],
    },
  };
}

function seriesOptions(
  series: ChartSeries,
  i: number,
  { model, theme }: PlotStructure,
  state: PlotState,
): uPlot.Series {
  const color = resolveToken(series.token, theme);
  const filled = series.draw === 'area' || series.draw === 'bars';
  return {
    scale: series.side,
    width: series.draw === 'bars' ? 0 : series.lineWidth,
    stroke: color,
    ...(filled && { fill: faint(color, series.draw === 'bars' ? Math.max(series.fill, 0.7) : series.fill) }),
    dash: [...series.dash],
    paths: pathsOf(series, i, model.stack !== 'none', () => state.columns),
    points: {
      show: series.draw === 'points',
      filter: () => (series.draw === 'points' ? null : [...(state.columns.lone[i] ?? [])]),
      size: series.draw === 'points' ? series.lineWidth * 3 : Math.max(4, series.lineWidth * 2.6),
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

function timeAxis(structure: PlotStructure, state: PlotState, font: string): uPlot.Axis {
  const { language, timeZone, textSize, theme } = structure;
  const ticks = (plot: uPlot) => {
    const width = plot.bbox.width / devicePixelRatio || plot.width;
    const margin = ((state.span.to - state.span.from) / width) * textSize * 1.6;
    const count = Math.max(1, Math.floor(width / (textSize * tickSpacing.x)));
    const inside = ({ time }: { time: number }) => time >= state.span.from + margin && time <= state.span.to - margin;
    return timeTicks(state.span, count, timeZone, language).filter(inside);
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

function valueAxis(structure: PlotStructure, side: Side, font: string, grid: boolean): uPlot.Axis {
  const { model, language, timeZone, textSize, theme } = structure;
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
