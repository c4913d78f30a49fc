import type uPlot from 'uplot';
import { axisFormatter, formatText } from '../model/units.ts';
import {
  type AxisLook,
  bareOptions,
  fontOf,
  type PlotPlace,
  type PlotState,
  pageTextSize,
  plainAxis,
  remembering,
  timeAxis,
  widest,
} from './axes.ts';
import type { ChartLook, ChartModel, SeriesLook, Side, ValueAxis } from './chart.ts';
import type { Columns } from './columns.ts';
import { faint, resolveToken, toneToken } from './palette.ts';
import { type Across, acrossOnce, pathsOf, strokesOf } from './paths.ts';
import { drawThresholds, drawThresholdTexts, type ThresholdMarks } from './thresholdMarks.ts';
import { drawTimeBands } from './timeBands.ts';
import { linearLimits, linearTicks, logLimits, logTicks } from './valueScale.ts';

/**
 * What stays the same over refreshes. A change of any of it builds the plot anew. It has no data: a plot lives
 * on, and would keep those it was built with.
 */
export interface PlotStructure extends AxisLook {
  readonly model: ChartLook;
}

/** Least pixels between two ticks of a value axis, in multiples of the text size. */
const tickSpacing = 2.7;

/** A chart without its data. */
export function lookOf({ series, ...rest }: ChartModel): ChartLook {
  return { ...rest, series: series.map(({ times: _t, interval: _i, samples: _s, name: _n, ...look }) => look) };
}

/** uPlot's options for a chart. */
export function plotOptions(structure: PlotStructure, state: PlotState<Columns>, place: PlotPlace): uPlot.Options {
  const { model } = structure;
  const { textSize } = place;
  const { timeScale, ...bare } = bareOptions(state, place);
  const sides = (['left', 'right'] as const).filter((side) => model.series.some((series) => series.side === side));
  if (sides.length === 0) sides.push('left');
  const marks = thresholdMarks(structure, textSize);
  const across = model.series.every(({ draw, step }) => draw === 'line' && !step) ? acrossOnce() : null;
  return {
    ...bare,
    padding: [Math.ceil(textSize * 0.6), sides.includes('right') ? 0 : 2, 0, sides.includes('left') ? 0 : 2],
    scales: {
      x: timeScale,
      ...Object.fromEntries(sides.map((side) => [side, valueScale(model, side)])),
    },
    axes: [
      timeAxis(structure, state, textSize),
      ...sides.map((side, i) => valueAxis(structure, side, textSize, i === 0)),
    ],
    series: [
      {},
      ...model.series.map((series, i) => seriesOptions(series, i, structure, state, textSize / pageTextSize, across)),
    ],
    hooks: {
      drawAxes: [(plot) => drawTimeBands(plot, model.bands, marks.color), (plot) => drawThresholds(plot, marks)],
      draw: [(plot) => drawThresholdTexts(plot, marks)],
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
  series: SeriesLook,
  i: number,
  { model, theme }: PlotStructure,
  state: PlotState<Columns>,
  growth: number,
  across: Across | null,
) {
  const color = resolveToken(series.token, theme);
  const width = series.lineWidth * growth;
  const filled = series.draw === 'area' || series.draw === 'bars';
  const dash = series.dash.map((length) => length * growth);
  const columns = () => state.columns;
  return {
    scale: series.side,
    width: series.draw === 'bars' ? 0 : width,
    stroke: color,
    ...(filled && { fill: faint(color, series.draw === 'bars' ? Math.max(series.fill, 0.7) : series.fill) }),
    dash,
    paths: across
      ? strokesOf(series, i, { stroke: color, width, dash }, columns, across)
      : pathsOf(series, i, model.stack !== 'none' && series.stacked, columns),
    points: {
      show: series.draw === 'points',
      filter: () => (series.draw === 'points' ? null : loneOf(state.columns, i)),
      size: series.draw === 'points' ? width * 3 : Math.max(4, width * 2.6),
      width: 0,
      fill: color,
    },
  } satisfies uPlot.Series;
}

/** Null where there are none: for an empty list uPlot would draw an empty shape. */
function loneOf({ lone }: Columns, i: number): number[] | null {
  const indices = lone[i] ?? null;
  return indices && [...indices];
}

function valueScale(model: ChartLook, side: Side): uPlot.Scale {
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

function valueAxis(structure: PlotStructure, side: Side, textSize: number, grid: boolean): uPlot.Axis {
  const { model, language, timeZone, theme } = structure;
  const font = fontOf(textSize, theme);
  const axis = model[side];
  const ticks = remembering((min: number, max: number, count: number) =>
    axis.scale === 'log' ? logTicks({ min, max }, count) : linearTicks({ min, max }, count, axis.unit),
  );
  const texts = remembering((splits: number[]) => axisFormatter(axis.unit, splits, language, axis.decimals, timeZone));
  const room = remembering((values: string[] | null) => widest(values, font) + Math.ceil(textSize * 0.6));
  return {
    ...plainAxis(font, resolveToken('--ink-3', theme)),
    scale: side,
    side: side === 'left' ? 3 : 1,
    gap: Math.ceil(textSize * 0.6),
    size: (_plot, values) => room(values),
    grid: grid ? { show: true, stroke: resolveToken('--grid', theme), width: 1 } : { show: false },
    splits: (plot, _index, min, max) => {
      const height = plot.bbox.height / devicePixelRatio || plot.height;
      const count = Math.min(5, Math.max(2, Math.floor(height / (textSize * tickSpacing))));
      return ticks(min, max, count);
    },
    values: (_plot, splits) => texts(splits),
    // uPlot would leave out labels of a logarithmic axis that are already thinned.
    filter: (_plot, splits) => splits,
  };
}

function axisText(value: number, axis: ValueAxis, { language, timeZone }: PlotStructure): string {
  return formatText(value, { ...axis, language, timeZone, labelled: true });
}
