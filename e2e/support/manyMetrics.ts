import type { FleetSeries, FleetTarget, MetricFamily } from '../../mocks/fleet/types.ts';
import { createPrometheus } from '../../mocks/prometheus/prometheus.ts';
import { type PageServer, serve } from './pages.ts';

/** A Prometheus, the embedded one, with one job of very many metrics. */
export interface ManyMetrics extends PageServer {
  /** What was asked so far: endpoint and parameters. */
  readonly asked: readonly string[];
}

const bounds = ['0.1', '0.5', '1', '5', '+Inf'];
const codes = ['200', '404', '500'];

/** Serves the job `big`: two instances with `count` metrics each (a multiple of 100), of all kinds, in ten subsystems. */
export function serveManyMetrics(count: number): Promise<ManyMetrics> {
  const families = Array.from({ length: count / 100 }, (_, i) =>
    hundred(`sub${i % 10}_part${Math.floor(i / 10)}`),
  ).flat();
  const target = (instance: string): FleetTarget => ({
    job: 'big',
    instance,
    metricsPath: '/metrics',
    families,
    isUpAt: () => true,
  });
  const respond = createPrometheus({ targets: [target('a:80'), target('b:80')], ruleFiles: [] });
  const asked: string[] = [];
  return serve((request, response) => {
    void (async () => {
      let body = '';
      for await (const chunk of request) body += String(chunk);
      const url = new URL(request.url ?? '/', 'http://localhost');
      asked.push(`${url.pathname} ${decodeURIComponent(`${url.search}${body}`)}`);
      const method = request.method ?? 'GET';
      const headers = { 'content-type': request.headers['content-type'] ?? 'text/plain' };
      const answer = await respond(new Request(url, { method, headers, ...(method === 'POST' && { body }) }));
      response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'application/json' });
      response.end(await answer.text());
    })().catch((error: unknown) => response.destroy(new Error(String(error))));
  }).then((server) => ({ ...server, asked }));
}

/** A hundred metrics: 40 counters, 38 gauges, 6 histograms of three each, 4 times of information. */
function hundred(prefix: string): MetricFamily[] {
  const times = (length: number, make: (i: number) => MetricFamily) => Array.from({ length }, (_, i) => make(i));
  return [
    ...times(40, (i) =>
      family(`${prefix}_events${i}_total`, 'counter', (name) => codes.map((code) => counted(name, { code }))),
    ),
    ...times(38, (i) => family(`${prefix}_level${i}_bytes`, 'gauge', (name) => [waving(name)])),
    ...times(6, (i) => family(`${prefix}_step${i}_duration_seconds`, 'histogram', histogram)),
    ...times(4, (i) =>
      family(`${prefix}_build${i}_info`, 'gauge', (name) => [
        { name, labels: { version: '1' }, presentAt: () => true, valueAt: () => 1 },
      ]),
    ),
  ];
}

function family(name: string, type: MetricFamily['type'], series: (name: string) => FleetSeries[]): MetricFamily {
  return { name, help: `About ${name}.`, type, series: series(name) };
}

const counted = (name: string, labels: Record<string, string>, perSecond = 1): FleetSeries => ({
  name,
  labels,
  presentAt: () => true,
  valueAt: (time) => Math.floor((time / 1000 - 1.7e9) * perSecond),
});

const waving = (name: string): FleetSeries => ({
  name,
  labels: {},
  presentAt: () => true,
  valueAt: (time) => 1e6 * (2 + Math.sin(time / 600_000)),
});

function histogram(name: string): FleetSeries[] {
  return [
    ...bounds.map((le, i) => counted(`${name}_bucket`, { le }, (i + 1) / bounds.length)),
    counted(`${name}_sum`, {}, 0.4),
    counted(`${name}_count`, {}),
  ];
}
