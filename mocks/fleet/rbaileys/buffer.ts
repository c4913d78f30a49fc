import { type Families, shortestLe } from '../families.ts';
import { inside, plus, rhythm, type Signal, times } from '../signal.ts';
import type { MetricFamily } from '../types.ts';
import type { Lifetime } from '../windows.ts';
import type { Context } from './context.ts';
import { type FlushMode, flushModes, type Load } from './load.ts';

/** Buffers that are filling at a time, on average: each is flushed when its timeout is over. */
export const fillingBuffers = 1.5;

/** Flushes a second by mode: what the timeout of the mode allows. */
const flushRates: Readonly<Record<FlushMode, number>> = {
  aggressive: fillingBuffers,
  balanced: fillingBuffers / 4.9,
  conservative: fillingBuffers / 10,
  disabled: fillingBuffers / 5,
};

/** How long a flush takes by mode; seconds. The more items, the longer; the breaker trips on those above two seconds. */
const flushDurations: Readonly<Record<FlushMode, { readonly median: number; readonly spread: number }>> = {
  aggressive: { median: 0.0028, spread: 0.75 },
  balanced: { median: 0.011, spread: 0.8 },
  conservative: { median: 0.085, spread: 0.7 },
  disabled: { median: 2.8, spread: 0.22 },
};

/** Entries of the history cache at which it is cleaned, and what is left of them. */
const [cleanedAt, cleanedTo] = [8000, 6000];

/** Share of the flushes that are forced though no buffer has overflowed. */
const forcedShare = 0.03;

export function bufferFamilies(context: Context, families: Families, lifetime: Lifetime, load: Load): MetricFamily[] {
  const rest = rhythm({ seed: `${context.seed} flushes`, mean: 1, waver: 0.2 });
  const due = (mode: FlushMode) => load.inMode(mode, times(rest, flushRates[mode]));
  const overflows = inside(context.incident('flood'), times(rest, 0.06));
  const forced = (mode: FlushMode) => {
    const some = times(due(mode), forcedShare);
    return mode === 'conservative' ? plus(some, overflows) : some;
  };
  const unforced = (mode: FlushMode) => times(due(mode), 1 - forcedShare);

  /** There once its mode has been used: prom-client writes no series that nothing has counted yet. */
  const used = (mode: FlushMode) => (time: number) => load.lastIn(mode, time) >= lifetime(time);

  /** Entries that were ever put into the history cache. */
  const entries = (time: number) => Math.floor(times(load.events, 0.22).integral(lifetime(time), time));
  const cleanups = (time: number) => Math.max(0, Math.floor((entries(time) - cleanedTo) / (cleanedAt - cleanedTo)));

  return [
    families.counter(
      'buffer_flush_total',
      'Total number of buffer flushes',
      flushModes.flatMap((mode) => [
        {
          labels: { mode, forced: 'false' },
          rate: unforced(mode),
          pace: mode,
          presentAt: used(mode),
        },
        { labels: { mode, forced: 'true' }, rate: forced(mode), pace: mode, presentAt: used(mode) },
      ]),
    ),
    durations(families, (mode) => plus(unforced(mode), forced(mode)), used),
    families.counter(
      'buffer_items_flushed_total',
      'Total number of items flushed from buffer',
      flushModes.map((mode) => ({
        labels: { mode },
        rate: load.inMode(mode, load.events),
        pace: mode,
        presentAt: used(mode),
      })),
    ),
    families.counter('buffer_overflow_total', 'Total number of buffer overflow events', [
      { rate: overflows, pace: 'conservative' },
    ]),
    families.gauge('buffer_cache_size', 'Current size of buffer history cache', [
      { read: (time) => entries(time) - cleanups(time) * (cleanedAt - cleanedTo) },
    ]),
    {
      name: 'buffer_cache_cleanup_total',
      help: 'Total number of cache cleanup operations (LRU evictions)',
      type: 'counter',
      series: [{ name: 'buffer_cache_cleanup_total', labels: {}, valueAt: cleanups, presentAt: () => true }],
    },
  ];
}

function durations(
  families: Families,
  flushes: (mode: FlushMode) => Signal,
  used: (mode: FlushMode) => (time: number) => boolean,
): MetricFamily {
  const family = families.histogram(
    'buffer_flush_duration_seconds',
    'Buffer flush duration in seconds',
    [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 2, 5],
    flushModes.map((mode) => ({
      labels: { mode },
      pace: mode,
      parts: [{ rate: flushes(mode), latency: flushDurations[mode] }],
    })),
    shortestLe,
  );
  const series = family.series.map((one) => {
    const mode = flushModes.find((candidate) => candidate === one.labels.mode) ?? 'balanced';
    const presentAt = used(mode);
    return { ...one, presentAt, valueAt: (time: number) => (presentAt(time) ? one.valueAt(time) : null) };
  });
  return { ...family, series };
}
