import type { HeatLine, HeatModel } from '../../charts/heat/heat.ts';
import { formatDuration } from '../../model/duration.ts';
import { isPresent, type Series } from '../../model/frame.ts';
import { labelsKey } from '../../model/labels.ts';
import type { Language } from '../../model/language.ts';
import { readings } from '../../model/readings.ts';
import type { PanelResult } from '../contract.ts';
import { type Buckets, countsOf, type NotBuckets, pooled, quantileAt, toBuckets, totalsOf } from './buckets.ts';
import type { HeatmapOptions } from './options.ts';

/** What can be drawn, or why nothing can be. */
export type Heatmap =
  | { readonly problem: NotBuckets | 'nothing' }
  | { readonly problem: null; readonly model: HeatModel };

interface HeatContext {
  readonly language: Language;
  readonly texts: {
    /** Name of a quantile from 0 to 1. */
    readonly quantile: (quantile: number) => string;
    /** What cells are that hold the mean of several steps. */
    readonly meanOf: (step: string) => string;
  };
}

/** The dashes of the lines in their order: they share a color, which no cell has. */
const dashes: readonly (readonly number[])[] = [[], [7, 4], [2, 3], [9, 3, 2, 3]];
const lineToken = '--series-2';

/** Queries whose id is among the quantiles are lines, all others are to be buckets. */
export function toHeatmap(
  results: readonly PanelResult[],
  options: HeatmapOptions,
  context: HeatContext,
  /** So many times make one column. */
  every: number,
): Heatmap {
  const isLine = ({ query }: PanelResult) => query.id !== undefined && options.quantiles.includes(query.id);
  const answers = results.filter((result) => !isLine(result) && result.frame.series.length > 0);
  const [answer] = answers;
  if (answer === undefined) return { problem: 'nothing' };
  if (answers.length > 1) return { problem: 'several' };
  const raw = toBuckets(answer.frame);
  if (typeof raw === 'string') return { problem: raw };
  const buckets = pooled(raw, every);
  const { unit, decimals, min, max, mappings } = options;
  return {
    problem: null,
    model: {
      times: buckets.times,
      interval: buckets.interval,
      rows: buckets.bounds.map((upper, i) => ({ lower: buckets.bounds[i - 1] ?? lowestOf(upper), upper })),
      cells: countsOf(buckets),
      totals: totalsOf(buckets),
      lines: linesOf(results.filter(isLine), buckets, options, context).map((line, i) => ({
        ...line,
        token: lineToken,
        dash: dashes[i % dashes.length] ?? [],
      })),
      note: buckets === raw ? null : context.texts.meanOf(formatDuration(raw.interval)),
      axis: { kind: options.axis, min, max },
      colors: options.colors,
      figures: { unit, decimals, mappings, labelled: true },
      cellFigures: { unit: options.cellUnit, decimals: undefined, mappings: [], labelled: false },
    },
  };
}

/** Where the lowest bucket starts: Prometheus takes it that what is counted is not negative, unless the bound is. */
function lowestOf(upper: number): number {
  return upper > 0 ? 0 : Number.NEGATIVE_INFINITY;
}

type UnstyledLine = Omit<HeatLine, 'token' | 'dash'>;

/** The lines in the order in which the options list them. */
function linesOf(
  results: readonly PanelResult[],
  buckets: Buckets,
  options: HeatmapOptions,
  { language, texts }: HeatContext,
): UnstyledLine[] {
  return options.quantiles.flatMap((quantile): UnstyledLine[] => {
    if (typeof quantile === 'number') return [computedLine(buckets, quantile, texts.quantile(quantile))];
    const asked = results.filter(({ query }) => query.id === quantile);
    const names = readings(asked, 'last', language);
    return asked
      .flatMap(({ frame }) => frame.series.map((series) => ({ series, frame })))
      .map(({ series, frame }, i) => ({
        key: `${quantile} ${labelsKey(series.labels)}`,
        name: names[i]?.name ?? quantile,
        values: buckets.times.map((time) => sampleNear(series, frame.times, frame.step, time)),
        beyond: null,
      }));
  });
}

function computedLine(buckets: Buckets, quantile: number, name: string): UnstyledLine {
  const all = Array.from(buckets.times, (_, t) => quantileAt(buckets, quantile, t));
  return {
    key: `${quantile}`,
    name,
    values: Float64Array.from(all, ({ value }) => value),
    beyond: all.some(({ beyond }) => beyond) ? Uint8Array.from(all, ({ beyond }) => Number(beyond)) : null,
  };
}

/** The sample at a time, or at most half a step from it; NaN when there is none. */
function sampleNear(series: Series, times: Float64Array, step: number, time: number): number {
  const i = step > 0 ? Math.round((time - (times[0] ?? 0)) / step) : 0;
  return isPresent(series, i) ? (series.values[i] ?? Number.NaN) : Number.NaN;
}

/** Numbers of times that may make one column. */
const groupings = [1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30, 60];

/** How many of `count` times make a column at least `least` wide in `width` (both CSS pixels). */
export function timesPerColumn(count: number, width: number, least: number): number {
  return groupings.find((every) => (width / Math.max(1, count)) * every >= least) ?? 60;
}
