import type { ChartModel, ChartSeries, Side, TimeBand } from '../../charts/chart.ts';
import type { LegendMode, StatisticColumn } from '../../charts/Legend.tsx';
import { type SeriesColor, seriesColor, toneToken } from '../../charts/palette.ts';
import { isPresent, type Series } from '../../model/frame.ts';
import { labelsKey } from '../../model/labels.ts';
import type { Language } from '../../model/language.ts';
import { distinguishingNames, seriesName } from '../../model/legend.ts';
import type { Tone } from '../../model/thresholds.ts';
import type { PanelResult } from '../contract.ts';
import type { SeriesOverride, TimeseriesOptions } from './options.ts';

/** What of the environment the chart depends on. */
export interface ChartContext {
  /** Of the panel: names its only series when no legend does. */
  readonly title: string;
  readonly language: Language;
  /** ms; absences up to it are no gap. */
  readonly scrapeInterval: number;
  readonly surface: 'page' | 'wall' | 'embed';
  colorSlots(names: readonly string[]): readonly number[];
}

interface Entry {
  readonly result: PanelResult;
  readonly series: Series;
  readonly name: string;
  readonly key: string;
  readonly override: Omit<SeriesOverride, 'match'>;
}

/**
 * With more series than this all lines are solid and thin: patterns no longer tell them apart, and both are what takes
 * longest to draw. A line of one pixel costs a fraction of a wider one.
 */
const CROWD = 100;
const solid: readonly number[] = [];

/** The chart of some answers: every series of every query, named, colored and with its overrides. */
export function toChart(
  results: readonly PanelResult[],
  options: TimeseriesOptions,
  context: ChartContext,
): ChartModel {
  const all = toEntries(results, options, context);
  const entries = all.filter(({ override }) => override.band !== true);
  const slots = context.colorSlots(entries.map((entry) => entry.name));
  const isCrowd = entries.length > CROWD;
  const series = entries.map((entry, i) => {
    const one = toChartSeries(entry, seriesColor(slots[i] ?? i), options, context.surface);
    return isCrowd ? { ...one, dash: solid, lineWidth: Math.min(one.lineWidth, 1) } : one;
  });
  const { unit, decimals, min, max, scale } = options;
  const rightUnit = entries.find(({ override }) => override.axis === 'right' && override.unit)?.override.unit;
  const percent = options.stack === 'percent';
  // Of a stack in percent, which goes down too where series are mirrored.
  const share = {
    unit: 'percentunit',
    decimals,
    min: series.some((one) => one.mirrored) ? -1 : 0,
    max: 1,
    scale: 'linear',
  } as const;
  return {
    series,
    stack: options.stack,
    unbroken: context.scrapeInterval,
    left: percent ? share : { unit, decimals, min, max, scale },
    right: percent
      ? share
      : {
          unit: options.right.unit ?? rightUnit ?? unit,
          decimals: options.right.decimals,
          min: options.right.min,
          max: options.right.max,
          scale: options.right.scale,
        },
    thresholds: options.thresholds,
    thresholdStyle: options.thresholdStyle,
    bands: all.filter(({ override }) => override.band === true).flatMap(toBands),
  };
}

function toEntries(
  results: readonly PanelResult[],
  options: TimeseriesOptions,
  { title, language }: ChartContext,
): Entry[] {
  const untold = results.flatMap(({ query, frame }) => (query.legend ? [] : frame.series.map(({ labels }) => labels)));
  const isOnly = results.flatMap(({ frame }) => frame.series).length === 1;
  const names = isOnly ? [title] : distinguishingNames(untold);
  let next = 0;
  return results.flatMap((result, query) =>
    result.frame.series.map((series): Entry => {
      const template = result.query.legend?.[language];
      const name = template === undefined ? (names[next++] ?? '') : seriesName(series.labels, template);
      const key = `${query} ${labelsKey(series.labels)}`;
      return { result, series, name, key, override: overrideOf(name, result.query.id, options.overrides) };
    }),
  );
}

function overrideOf(
  name: string,
  queryId: string | undefined,
  overrides: readonly SeriesOverride[],
): Omit<SeriesOverride, 'match'> {
  const matching = overrides.filter(({ match }) => match === queryId || new RegExp(`^(?:${match})$`).test(name));
  return Object.assign({}, ...matching.map(({ match: _, ...rest }) => rest));
}

function toChartSeries(
  { result, series, name, key, override }: Entry,
  color: SeriesColor,
  options: TimeseriesOptions,
  surface: ChartContext['surface'],
): ChartSeries {
  const side: Side = override.axis ?? 'left';
  const axis = side === 'left' ? options : options.right;
  const stacked = override.stack !== false;
  const unit = override.unit ?? axis.unit ?? options.unit;
  return {
    key,
    name,
    token: override.tone ? toneToken(override.tone) : color.token,
    dash: override.dashed ? dashed : color.dash,
    draw: override.draw ?? options.draw,
    step: options.step,
    // On the wall everything grows with the type, and lines more: they are looked at from afar.
    lineWidth: options.lineWidth * (surface === 'wall' ? 2 : 1),
    fill: options.fill ?? (options.stack !== 'none' && stacked ? 0.35 : 0.13),
    side,
    stacked,
    mirrored: (override.negativeY ?? false) && axis.scale === 'linear',
    figures: {
      unit,
      decimals: override.decimals ?? axis.decimals,
      mappings: options.mappings,
      labelled: unit === options.unit,
    },
    times: result.frame.times,
    interval: result.frame.step,
    samples: series,
  };
}

/** The stretches in which a series is there and not 0: each sample holds until the next is due. */
function toBands({ result: { frame }, series, override }: Entry): readonly TimeBand[] {
  const bands: { from: number; to: number; tone: Tone }[] = [];
  frame.times.forEach((time, i) => {
    if (!isPresent(series, i) || series.values[i] === 0) return;
    const last = bands.at(-1);
    if (last?.to === time) last.to = time + frame.step;
    else bands.push({ from: time, to: time + frame.step, tone: override.tone ?? 'critical' });
  });
  return bands;
}

const dashed: readonly number[] = [6, 3];

/** The legend for a panel of this size: what the options say, or what fits. */
export function toLegend(
  options: TimeseriesOptions,
  seriesCount: number,
  size: { readonly width: number; readonly height: number },
): { mode: LegendMode; columns: readonly StatisticColumn[] } {
  const mode = options.legend === 'auto' ? fittingLegend(seriesCount, size) : options.legend;
  return { mode, columns: options.legendColumns ?? (mode === 'table' ? tableColumns : noColumns) };
}

const tableColumns: readonly StatisticColumn[] = ['last', 'min', 'mean', 'max'];
const noColumns: readonly StatisticColumn[] = [];

function fittingLegend(seriesCount: number, { width, height }: { width: number; height: number }): LegendMode {
  if (seriesCount <= 1 || height < 150) return 'none';
  return width >= 480 && height >= 200 ? 'table' : 'list';
}
