import { familiesOf, gibibyte, mebibyte, ownLifetime } from '../context.ts';
import { processFamilies } from '../exporters/process.ts';
import { constant, rhythm, times } from '../signal.ts';
import type { FleetTarget } from '../types.ts';
import type { Context } from './context.ts';

/** Retention as documented: 10 GB, in Prometheus's units. */
const retention = 10 * gibibyte;

/** Mordomo's Prometheus as it sees itself. */
export function prometheusTarget(context: Context): FleetTarget {
  const instance = 'localhost:9090';
  const seed = `${context.seed} ${instance}`;
  const lifetime = ownLifetime(context, instance, 15 * 24);
  const families = familiesOf(context, instance, lifetime);
  const { counter, gauge, count } = families;
  const samples = rhythm({ seed: `${seed} samples`, mean: 97, daily: 0.02, waver: 0.03 });
  const requests = rhythm({ seed: `${seed} requests`, mean: 0.9, daily: 0.4, waver: 0.3 });
  const build = { branch: 'HEAD', goarch: 'amd64', goos: 'linux', goversion: 'go1.21.4', version: '2.48.0' };
  return {
    job: 'prometheus',
    instance,
    metricsPath: '/metrics',
    isUpAt: () => true,
    families: [
      gauge('prometheus_build_info', 'Build information of Prometheus.', [{ labels: build, read: () => 1 }]),
      gauge('prometheus_config_last_reload_successful', 'Whether the last configuration reload was successful.', [
        { read: () => 1 },
      ]),
      count('prometheus_tsdb_head_series', 'Total number of series in the head block.', [
        { level: rhythm({ seed: `${seed} series`, mean: 1450, daily: 0.03, waver: 0.02 }) },
      ]),
      counter('prometheus_tsdb_head_samples_appended_total', 'Total number of appended samples.', [
        { labels: { type: 'float' }, rate: samples },
      ]),
      count('prometheus_tsdb_storage_blocks_bytes', 'The number of bytes that are used for local storage by blocks.', [
        { level: rhythm({ seed: `${seed} blocks`, mean: 2.3 * gibibyte, weekly: 0.05 }) },
      ]),
      gauge('prometheus_tsdb_retention_limit_bytes', 'Max number of bytes to be retained in the tsdb blocks.', [
        { read: () => retention },
      ]),
      counter('prometheus_rule_evaluations_total', 'The total number of rule evaluations.', [
        { labels: { rule_group: '/etc/prometheus/rules/mordomo.yml;mordomo' }, rate: constant(7 / 30) },
      ]),
      counter('prometheus_rule_evaluation_failures_total', 'The total number of rule evaluation failures.', [
        { labels: { rule_group: '/etc/prometheus/rules/mordomo.yml;mordomo' }, rate: constant(0) },
      ]),
      gauge('prometheus_notifications_alertmanagers_discovered', 'The number of alertmanagers discovered.', [
        { read: () => 1 },
      ]),
      counter(
        'prometheus_http_requests_total',
        'Counter of HTTP requests.',
        (
          [
            ['/api/v1/query', 0.6],
            ['/api/v1/query_range', 0.4],
          ] as const
        ).map(([handler, share]) => ({
          labels: { code: '200', handler },
          rate: times(requests, share),
          pace: handler,
        })),
      ),
      ...processFamilies(seed, families, lifetime, { memory: 520 * mebibyte, cpu: 0.14 }),
    ],
  };
}
