import { createPrometheusClient } from '../../src/prometheus/client.ts';
import type { RuleGroup } from '../../src/prometheus/types.ts';
import { createAlertmanager } from '../alertmanager/alertmanager.ts';
import type { FiringAlert } from '../alertmanager/alerts.ts';
import { createPrometheus, type PrometheusOptions } from '../prometheus/prometheus.ts';

/** The embedded Prometheus and the Alertmanager that holds its alerts, told apart by the version of the API in the path. */
export function createSimulation(options: PrometheusOptions): (request: Request) => Promise<Response> {
  const prometheus = createPrometheus(options);
  const client = createPrometheusClient({
    baseUrl: 'http://embedded',
    fetch: (input, init) => prometheus(new Request(input, init)),
  });
  const alertmanager = createAlertmanager({
    firing: async () => firingAlerts((await client.rules()).data),
    ...(options.now && { now: options.now }),
  });
  return (request) => {
    const [, version] = /\/api\/v([12])\//.exec(new URL(request.url).pathname) ?? [];
    return version === '2' ? alertmanager(request) : prometheus(request);
  };
}

/** What Prometheus tells an Alertmanager: an alert starts when it fires, and is told of at each evaluation. */
function firingAlerts(groups: readonly RuleGroup[]): readonly FiringAlert[] {
  return groups.flatMap(({ rules, lastEvaluation }) =>
    rules.flatMap(({ alerting }) => {
      const firing = alerting?.alerts.filter(({ state }) => state === 'firing') ?? [];
      return firing.map(({ labels, annotations, activeAt }) => {
        const startsAt = activeAt + (alerting?.for ?? 0);
        return { labels, annotations, startsAt, updatedAt: lastEvaluation ?? startsAt };
      });
    }),
  );
}
