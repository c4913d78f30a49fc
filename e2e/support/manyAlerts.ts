import { type PageServer, serve } from './pages.ts';

const rules = 50;

/** A Prometheus of `count` firing alerts, of 50 rules in 20 systems; it knows nothing else. */
export function serveManyAlerts(count: number): Promise<PageServer> {
  const activeAt = new Date(Date.now() - 3_600_000).toISOString();
  const alertsOf = (rule: number) =>
    Array.from({ length: count / rules }, (_, i) => ({
      state: 'firing',
      activeAt,
      value: '1e+00',
      labels: {
        alertname: `Rule${rule}`,
        severity: ['critical', 'warning', 'info'][(rule + i) % 3],
        system: `system-${rule % 20}`,
        instance: `host-${i}.example.com:9100`,
        job: `job-${i % 10}`,
      },
      annotations: { summary: `Rule ${rule} fires at host-${i}`, runbook: `https://example.com/runbooks/${rule}` },
    }));
  const body = JSON.stringify({
    status: 'success',
    data: {
      groups: [
        {
          name: 'many',
          file: 'many.yml',
          interval: 15,
          evaluationTime: 0.1,
          rules: Array.from({ length: rules }, (_, rule) => ({
            type: 'alerting',
            name: `Rule${rule}`,
            query: `x > ${rule}`,
            duration: 0,
            keepFiringFor: 0,
            labels: {},
            annotations: {},
            health: 'ok',
            evaluationTime: 0.001,
            state: 'firing',
            alerts: alertsOf(rule),
          })),
        },
      ],
    },
  });
  const nothing = JSON.stringify({ status: 'success', data: { resultType: 'vector', result: [] } });
  const none = JSON.stringify({ status: 'success', data: { alerts: [], activeTargets: [] } });
  return serve((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    response.setHeader('content-type', 'application/json');
    response.end(pathname.endsWith('/rules') ? body : /\/(alerts|targets)$/.test(pathname) ? none : nothing);
  });
}
