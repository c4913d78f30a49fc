import type { ChartModel, ChartSeries } from '../charts/chart.ts';
import type { Frame, Series } from '../model/frame.ts';
import type { Labels } from '../model/labels.ts';

/** A series of these samples; null where there is none. */
export function seriesOf(values: readonly (number | null)[], labels: Labels = {}): Series {
  return {
    labels,
    values: Float64Array.from(values, (value) => value ?? Number.NaN),
    present: values.includes(null) ? Uint8Array.from(values, (value) => Number(value !== null)) : null,
    histograms: null,
  };
}

/** `count` times from `from` on, `step` apart; ms. */
export function gridOf(count: number, step: number, from = 0): Float64Array {
  return Float64Array.from({ length: count }, (_, i) => from + i * step);
}

/** The answer of a range query that ends at `to`. */
export function rangeFrame(series: readonly Series[], to: number, step: number): Frame {
  const count = series[0]?.values.length ?? 0;
  return { kind: 'range', times: gridOf(count, step, to - (count - 1) * step), step, series };
}

/** A plain line of these samples, one each `interval` ms. */
export function chartSeries(values: readonly (number | null)[], given: Partial<ChartSeries> = {}): ChartSeries {
  const interval = given.interval ?? 10;
  return {
    key: 'a',
    name: 'a',
    token: '--series-1',
    dash: [],
    figures: { unit: 'short', decimals: undefined, mappings: [], labelled: true },
    draw: 'line',
    step: false,
    lineWidth: 1.5,
    fill: 0.13,
    side: 'left',
    stacked: true,
    mirrored: false,
    times: gridOf(values.length, interval),
    interval,
    samples: seriesOf(values),
    ...given,
  };
}

const axis = { unit: 'short', decimals: undefined, min: undefined, max: undefined, scale: 'linear' } as const;

/** A chart of these series on plain axes. */
export function chartModel(series: readonly ChartSeries[], given: Partial<ChartModel> = {}): ChartModel {
  return {
    series,
    stack: 'none',
    unbroken: 0,
    left: axis,
    right: axis,
    bands: [],
    thresholds: [],
    thresholdStyle: 'none',
    ...given,
  };
}
