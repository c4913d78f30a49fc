import { createPrometheusClient } from '../prometheus/client.ts';
import { createRangeCache, type RangeCacheOptions } from '../prometheus/RangeCache.ts';
import type { QueryResult } from '../prometheus/types.ts';
import { answerLate, askedRange, type LateSeries } from './restlessPrometheus.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
export const NOON = Date.UTC(2026, 0, 15, 12);
const SCRAPE = 15 * SECOND;

/** A counter scraped for seven hours until noon and an hour beyond. */
export function counter(pod: string, from = NOON - 7 * HOUR, to = NOON + HOUR): LateSeries {
  const count = Math.floor((to - from) / SCRAPE);
  const samples = Array.from({ length: count }, (_, i) => {
    const time = from + i * SCRAPE;
    return { time, value: (time - NOON) / 1000 + 1e5, readableAt: time };
  });
  return { labels: { __name__: 'hits_total', pod }, samples };
}

export type Reply = (request: { readonly signal: AbortSignal | null }) => Response | Promise<Response>;

/** A server, what it was asked, and a cache before it. */
export function openCache(
  series: readonly LateSeries[] = [counter('a'), counter('b')],
  options: RangeCacheOptions = {},
) {
  const world = { now: NOON, series, asked: [] as string[], bytes: 0, reply: null as Reply | null };
  const client = createPrometheusClient({
    baseUrl: 'http://prometheus.test',
    async fetch(url, init) {
      const form = new URLSearchParams(String(init?.body));
      const range = askedRange(form);
      const minutes = (time: number) => (time - NOON) / MINUTE;
      world.asked.push(String(url).endsWith('range') ? `${minutes(range.start)} to ${minutes(range.end)}` : 'instant');
      const { signal = null } = init ?? {};
      const response = await (world.reply?.({ signal }) ?? answerLate(world.series, range, world.now));
      world.bytes += (await response.clone().arrayBuffer()).byteLength;
      return response;
    },
  });
  const cache = createRangeCache(client, { now: () => world.now, ...options });
  const plan = (by: number, range = 30 * MINUTE, step = 30 * SECOND, expr = 'hits_total') =>
    ({ kind: 'range', dataSource: 'main', expr, start: NOON + by - range, end: NOON + by, step }) as const;
  /** At `by` ms after noon asks for the 30 minutes before; tells what was asked. */
  const tick = async (by: number, given: Parameters<typeof cache.fetch>[0] = plan(by)): Promise<string[]> => {
    world.now = NOON + by;
    world.asked = [];
    await cache.fetch(given);
    return world.asked;
  };
  return { world, client, cache, plan, tick };
}

export const valuesOf = ({ frame }: QueryResult) => frame.series.map(({ values }) => Array.from(values));
export const podsOf = ({ frame }: QueryResult) => frame.series.map(({ labels }) => labels.pod);
