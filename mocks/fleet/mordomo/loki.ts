import { familiesOf, mebibyte, ownLifetime } from '../context.ts';
import { processFamilies } from '../exporters/process.ts';
import { shortestLe } from '../families.ts';
import { rhythm, times } from '../signal.ts';
import type { FleetTarget } from '../types.ts';
import type { Context } from './context.ts';

/** The default buckets of weaveworks' instrumentation, in seconds. */
const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 25, 50, 100];

/** Loki, a single process. */
export function lokiTarget(context: Context): FleetTarget {
  const instance = 'loki:3100';
  const seed = `${context.seed} ${instance}`;
  const lifetime = ownLifetime(context, instance, 10 * 24);
  const families = familiesOf(context, instance, lifetime);
  const { counter, count, histogram } = families;
  const lines = rhythm({ seed: `${seed} lines`, mean: 46, daily: 0.45, weekly: 0.1, waver: 0.25 });
  const routes = [
    { method: 'POST', route: 'loki_api_v1_push', status_code: '204', rate: 2.4, median: 0.007 },
    { method: 'GET', route: 'loki_api_v1_query_range', status_code: '200', rate: 0.08, median: 0.22 },
  ];
  return {
    job: 'loki',
    instance,
    metricsPath: '/metrics',
    isUpAt: () => true,
    families: [
      counter('loki_distributor_lines_received_total', 'The total number of lines received per tenant', [
        { labels: { tenant: 'fake' }, rate: lines, pace: 'lines' },
      ]),
      counter('loki_distributor_bytes_received_total', 'The total number of uncompressed bytes received per tenant', [
        { labels: { tenant: 'fake', retention_hours: '168' }, rate: times(lines, 310), pace: 'lines' },
      ]),
      count('loki_ingester_memory_streams', 'The total number of streams in memory per tenant.', [
        { labels: { tenant: 'fake' }, level: rhythm({ seed: `${seed} streams`, mean: 62, waver: 0.1 }) },
      ]),
      count('loki_ingester_memory_chunks', 'The total number of chunks in memory.', [
        { level: rhythm({ seed: `${seed} chunks`, mean: 118, daily: 0.1, waver: 0.15 }) },
      ]),
      histogram(
        'loki_request_duration_seconds',
        'Time (in seconds) spent serving HTTP requests.',
        bounds,
        routes.map(({ rate, median, ...labels }) => ({
          labels: { ...labels, ws: 'false' },
          pace: labels.route,
          parts: [
            {
              rate: rhythm({ seed: `${seed} ${labels.route}`, mean: rate, daily: 0.3, waver: 0.3 }),
              latency: { median, spread: 0.8 },
            },
          ],
        })),
        shortestLe,
      ),
      ...processFamilies(seed, families, lifetime, { memory: 260 * mebibyte, cpu: 0.07 }),
    ],
  };
}
