import { type Labels, labelsKey } from '../../src/model/labels.ts';
import { bucketShares, type Latency, representatives } from './latency.ts';
import { seedOf, valueNoise } from './noise.ts';
import type { Signal } from './signal.ts';
import type { FamilyType, FleetSeries, MetricFamily } from './types.ts';
import type { Lifetime } from './windows.ts';

/** What a gauge reads at epoch ms; null: not there. */
export type Reading = (time: number) => number | null;

/** A counter's series. `pace` names what varies its speed: counters of one pace, being of one cause, keep in step. */
export interface Counted {
  readonly labels?: Labels;
  readonly rate: Signal;
  readonly pace?: string;
  /** Where the process of this series differs from the target's. */
  readonly lifetime?: Lifetime;
  /** When the series is there at all; always if not said. */
  readonly presentAt?: (time: number) => boolean;
}

/** A gauge's series: a plain function, or a signal with some noise on it. */
export type Measured = { readonly labels?: Labels } & ({ readonly read: Reading } | { readonly level: Signal });

/** A histogram's series: observations of several kinds, each with its rate and its spread of durations. */
export interface Observed {
  readonly labels: Labels;
  readonly pace: string;
  readonly parts: readonly { readonly rate: Signal; readonly latency: Latency }[];
}

/** How a client library writes a bucket's limit. */
export type LeWriter = (bound: number) => string;

export interface Families {
  /** Counts in whole numbers. */
  counter(name: string, help: string, series: readonly Counted[], type?: FamilyType): MetricFamily;
  /** Adds up seconds or other fractions, to the hundredth, at an even pace: what is shared out stays shared out. */
  seconds(name: string, help: string, series: readonly Counted[]): MetricFamily;
  gauge(name: string, help: string, series: readonly Measured[], type?: FamilyType): MetricFamily;
  /** A gauge in whole numbers. */
  count(name: string, help: string, series: readonly Measured[], type?: FamilyType): MetricFamily;
  /** `le` labels as python's prometheus_client writes them, unless said otherwise. */
  histogram(
    name: string,
    help: string,
    bounds: readonly number[],
    series: readonly Observed[],
    writeLe?: LeWriter,
  ): MetricFamily;
}

/**
 * Time as a busy and idle process lives it: now faster, now slower (a quarter to one and three quarters of real speed),
 * never backwards, never ahead. A counter read at its own time has a noisy rate, and yet only grows.
 */
function paced(seed: number, time: number): number {
  return time - 10_000 * valueNoise(seed, time, 20_000) - 75_000 * valueNoise(seed + 1, time, 300_000);
}

/** Noise of four percent around 1, a new value every half minute. */
function shimmer(seed: number, time: number): number {
  return 0.96 + 0.08 * valueNoise(seed, time, 30_000);
}

const always = () => true;

/** Builds the metric families of one target. `seed` names the target; its counters restart with its `lifetime`. */
export function createFamilies(seed: string, lifetime: Lifetime): Families {
  const seedFor = (name: string, labels: Labels) => seedOf(`${seed} ${name} ${labelsKey(labels)}`);

  const read = (name: string, measured: Measured, labels: Labels): Reading => {
    if ('read' in measured) return measured.read;
    const own = seedFor(name, labels);
    return (time) => measured.level.at(time) * shimmer(own, time);
  };

  const gauges = (name: string, series: readonly Measured[], finish: (value: number) => number): FleetSeries[] =>
    series.map((measured) => {
      const labels = measured.labels ?? {};
      const reading = read(name, measured, labels);
      const valueAt: Reading = (time) => {
        const value = reading(time);
        return value === null ? null : finish(value);
      };
      return { name, labels, valueAt, ...('level' in measured && { presentAt: always }) };
    });

  return {
    counter: (name, help, series, type = 'counter') => ({
      name,
      help,
      type,
      series: series.map(({ labels = {}, rate, pace, lifetime: own = lifetime, presentAt = always }) => {
        const key = pace === undefined ? seedFor(name, labels) : seedOf(`${seed} ${pace}`);
        const valueAt: Reading = (time) => {
          if (!presentAt(time)) return null;
          const start = own(time);
          return Math.floor(rate.integral(start, Math.max(start, paced(key, time))));
        };
        return { name, labels, valueAt, presentAt };
      }),
    }),

    seconds: (name, help, series) => ({
      name,
      help,
      type: 'counter',
      series: series.map(({ labels = {}, rate, lifetime: own = lifetime }) => ({
        name,
        labels,
        valueAt: (time) => Math.floor(rate.integral(own(time), time) * 100) / 100,
        presentAt: always,
      })),
    }),

    gauge: (name, help, series, type = 'gauge') => ({
      name,
      help,
      type,
      series: gauges(name, series, (value) => value),
    }),

    count: (name, help, series, type = 'gauge') => ({ name, help, type, series: gauges(name, series, Math.round) }),

    histogram: (name, help, bounds, series, writeLe = pythonLe) => ({
      name,
      help,
      type: 'histogram',
      series: series.flatMap(({ labels, pace, parts }) =>
        histogramSeries(name, labels, bounds, parts, lifetime, seedOf(`${seed} ${pace}`), writeLe),
      ),
    }),
  };
}

/** python's prometheus_client: 1.0. */
const pythonLe: LeWriter = (bound) => (Number.isInteger(bound) ? `${bound}.0` : `${bound}`);

/** prom-client of Node.js, and Go's client_golang in the text format: 1. */
export const shortestLe: LeWriter = (bound) => `${bound}`;

/**
 * The series of one histogram. Each bucket counts its own observations and grows on its own; the cumulative buckets,
 * the count and the sum are added up from these, so they agree at every time and never shrink.
 */
function histogramSeries(
  name: string,
  labels: Labels,
  bounds: readonly number[],
  parts: Observed['parts'],
  lifetime: Lifetime,
  pace: number,
  writeLe: LeWriter,
): FleetSeries[] {
  const limits = [...bounds, Number.POSITIVE_INFINITY];
  const shares = parts.map(({ latency }) => bucketShares(latency, limits));
  const middles = representatives(limits);

  const cumulative = new Float64Array(limits.length);
  const known = { time: Number.NaN, sum: 0 };
  /** All series of a histogram are asked for the same time, one after the other: computed once. */
  const compute = (time: number): void => {
    if (known.time === time) return;
    const start = lifetime(time);
    const end = Math.max(start, paced(pace, time));
    const totals = parts.map(({ rate }) => rate.integral(start, end));
    let [below, sum] = [0, 0];
    for (const [bucket, middle] of middles.entries()) {
      let own = 0;
      for (const [part, total] of totals.entries()) own += total * (shares[part]?.[bucket] ?? 0);
      const count = Math.floor(own);
      below += count;
      cumulative[bucket] = below;
      sum += count * middle;
    }
    known.time = time;
    known.sum = sum;
  };
  const upTo = (time: number, bucket: number): number => {
    compute(time);
    return cumulative[bucket] ?? 0;
  };

  return [
    ...limits.map((limit, bucket) => ({
      name: `${name}_bucket`,
      labels: { ...labels, le: Number.isFinite(limit) ? writeLe(limit) : '+Inf' },
      valueAt: (time: number) => upTo(time, bucket),
      presentAt: always,
    })),
    {
      name: `${name}_sum`,
      labels,
      valueAt: (time) => {
        compute(time);
        return known.sum;
      },
      presentAt: always,
    },
    { name: `${name}_count`, labels, valueAt: (time) => upTo(time, limits.length - 1), presentAt: always },
  ];
}
