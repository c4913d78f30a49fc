import { hour } from '../context.ts';
import type { Families } from '../families.ts';
import { inside, plus, rhythm, times } from '../signal.ts';
import type { MetricFamily } from '../types.ts';
import { type Lifetime, swell } from '../windows.ts';
import type { Context } from './context.ts';

interface Cache {
  readonly name: string;
  /** Entries once it is full. */
  readonly entries: number;
  /** Hours in which it fills up to two thirds. */
  readonly fills: number;
  /** Share of its look-ups that find something. */
  readonly hits: number;
  /** Entries that had to go, a second. */
  readonly evictions: number;
}

const caches: readonly Cache[] = [
  { name: 'signal_store', entries: 9600, fills: 0.8, hits: 0.964, evictions: 0.05 },
  { name: 'user_devices', entries: 4700, fills: 0.6, hits: 0.917, evictions: 0.03 },
  { name: 'msg_retry', entries: 880, fills: 0.2, hits: 0.735, evictions: 0.09 },
  { name: 'group_metadata', entries: 610, fills: 1.1, hits: 0.943, evictions: 0.004 },
  { name: 'media', entries: 420, fills: 0.5, hits: 0.812, evictions: 0.02 },
  { name: 'call_offer', entries: 36, fills: 0.3, hits: 0.886, evictions: 0.001 },
];

export function cacheFamilies(context: Context, families: Families, lifetime: Lifetime): MetricFamily[] {
  const flood = context.incident('flood');
  const signal = (name: string, mean: number, waver: number) =>
    rhythm({ seed: `${context.seed} ${name}`, mean, daily: 0.02, waver });
  return [
    families.count(
      'cache_size',
      'Current size of cache',
      caches.map(({ name, entries, fills }) => {
        const level = signal(`${name} size`, entries, 0.04);
        return {
          labels: { cache_name: name },
          read: (time) => level.at(time) * (1 - Math.exp((lifetime(time) - time) / (fills * hour))),
        };
      }),
    ),
    families.counter(
      'cache_evictions_total',
      'Total number of cache evictions (LRU)',
      caches.map(({ name, evictions }) => {
        const usual = signal(`${name} evictions`, evictions, 0.5);
        return { labels: { cache_name: name }, rate: plus(usual, inside(flood, times(usual, 5))) };
      }),
    ),
    families.gauge(
      'cache_hit_rate',
      'Cache hit rate (0-1)',
      caches.map(({ name, hits }) => {
        const level = signal(`${name} hits`, hits, 0.015);
        return {
          labels: { cache_name: name },
          // Strangers write in a flood: less of what is looked up has been seen before.
          read: (time) => Math.min(1, level.at(time)) * (1 - 0.14 * swell(flood, time, 60_000, 240_000)),
        };
      }),
    ),
  ];
}
