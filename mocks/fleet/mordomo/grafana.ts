import { familiesOf, mebibyte, ownLifetime } from '../context.ts';
import { processFamilies } from '../exporters/process.ts';
import { shortestLe } from '../families.ts';
import { rhythm } from '../signal.ts';
import type { FleetTarget } from '../types.ts';
import type { Context } from './context.ts';

/** The default buckets of client_golang, in seconds. */
const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export function grafanaTarget(context: Context): FleetTarget {
  const instance = 'grafana:3000';
  const seed = `${context.seed} ${instance}`;
  const lifetime = ownLifetime(context, instance, 11 * 24);
  const families = familiesOf(context, instance, lifetime);
  const { gauge, histogram } = families;
  const handlers = [
    { handler: '/api/ds/query', method: 'POST', rate: 0.7, median: 0.06 },
    { handler: '/d/:uid/:slug', method: 'GET', rate: 0.02, median: 0.03 },
    { handler: '/api/health', method: 'GET', rate: 0.1, median: 0.002 },
  ];
  return {
    job: 'grafana',
    instance,
    metricsPath: '/metrics',
    isUpAt: () => true,
    families: [
      gauge('grafana_build_info', 'A metric with a constant 1 value labeled by version, and edition.', [
        { labels: { edition: 'oss', version: '10.2.0' }, read: () => 1 },
      ]),
      gauge('grafana_stat_totals_dashboard', 'total amount of dashboards', [{ read: () => 17 }]),
      gauge('grafana_stat_total_users', 'total amount of users', [{ read: () => 6 }]),
      gauge('grafana_stat_active_users', 'number of active users', [{ read: () => 4 }]),
      histogram(
        'grafana_http_request_duration_seconds',
        'Histogram of latencies for HTTP requests.',
        bounds,
        handlers.map(({ rate, median, ...labels }) => ({
          labels: { ...labels, status_code: '200' },
          pace: labels.handler,
          parts: [
            {
              rate: rhythm({ seed: `${seed} ${labels.handler}`, mean: rate, daily: 0.45, waver: 0.3 }),
              latency: { median, spread: 0.8 },
            },
          ],
        })),
        shortestLe,
      ),
      ...processFamilies(seed, families, lifetime, { memory: 190 * mebibyte, cpu: 0.05 }),
    ],
  };
}
