import { isPresent, type Series } from '../model/frame.ts';
import type { Threshold, Tone } from '../model/thresholds.ts';
import type { SeriesColor } from './palette.ts';
import type { FigureFormat } from './write.ts';

/** How a series is drawn. */
export type Draw = 'line' | 'area' | 'bars' | 'points';
export type Stack = 'none' | 'normal' | 'percent';
export type Side = 'left' | 'right';

/** One series of a chart, on the time grid of the frame that it came from. */
export interface ChartSeries extends SeriesColor {
  /** Stays with the series from one refresh to the next; unique in its chart. */
  readonly key: string;
  readonly name: string;
  readonly figures: FigureFormat;
  readonly draw: Draw;
  /** Hold each value until the next sample. */
  readonly step: boolean;
  /** CSS pixels. */
  readonly lineWidth: number;
  /** Strength of the fill of areas and bars, 0 to 1. */
  readonly fill: number;
  readonly side: Side;
  /** Part of the chart's stack, where it has one; otherwise it stands on its own. */
  readonly stacked: boolean;
  /** Drawn downwards from zero; figures keep their sign. */
  readonly mirrored: boolean;
  /** Epoch ms, ascending; `interval` ms apart (0 for a single time). */
  readonly times: Float64Array;
  readonly interval: number;
  /** As read: neither mirrored nor stacked. */
  readonly samples: Series;
}

/** One value axis. `min` and `max` are fixed limits; without them the data decides. */
export interface ValueAxis {
  readonly unit: string;
  readonly decimals: number | undefined;
  readonly min: number | undefined;
  readonly max: number | undefined;
  readonly scale: 'linear' | 'log';
}

/** What of a series stays the same over refreshes. */
export type SeriesLook = Omit<ChartSeries, 'name' | 'times' | 'interval' | 'samples'>;

/** Everything a time chart draws. */
export interface ChartModel extends ChartLook {
  readonly series: readonly ChartSeries[];
}

/** A chart without its data. */
export interface ChartLook {
  readonly series: readonly SeriesLook[];
  readonly stack: Stack;
  /** The longest time between two samples that is no gap, ms. */
  readonly unbroken: number;
  readonly left: ValueAxis;
  readonly right: ValueAxis;
  /** Of the left axis. */
  readonly thresholds: readonly Threshold[];
  readonly thresholdStyle: 'none' | 'line' | 'band';
  /** Stretches of time to be shaded, such as when an alert fired. */
  readonly bands: readonly TimeBand[];
}

/** A stretch of time, epoch ms. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A stretch of time that is shaded. */
export interface TimeBand extends Span {
  readonly tone: Tone;
}

/** The pointer's time (epoch ms) shared by several charts. A chart leaves alone what it set itself (`source`). */
export interface SharedCrosshair {
  get(): { time: number; source: string } | null;
  set(at: { time: number; source: string } | null): void;
  subscribe(listener: () => void): () => void;
}

/** Index of the sample of a series at `time`, at most half an interval away; -1 when there is none. */
export function sampleIndexAt(series: ChartSeries, time: number): number {
  const [start] = series.times;
  if (start === undefined) return -1;
  const i = series.interval > 0 ? Math.round((time - start) / series.interval) : 0;
  const at = series.times[i];
  if (at === undefined || Math.abs(at - time) > series.interval / 2) return -1;
  return isPresent(series.samples, i) ? i : -1;
}
