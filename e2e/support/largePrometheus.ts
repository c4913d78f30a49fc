import type { IncomingMessage, ServerResponse } from 'node:http';
import { stringify } from 'yaml';
import type { FleetTarget, MetricFamily } from '../../mocks/fleet/types.ts';
import { createPrometheus } from '../../mocks/prometheus/prometheus.ts';
import { type PageServer, serve } from './pages.ts';

export interface Sizes {
  /** In four jobs, each with one in fifty down. */
  readonly targets: number;
  /** Of all targets together; each has one series. */
  readonly metrics: number;
  /** In ten groups. */
  readonly rules: number;
}

const jobs = 4;
const groups = 10;
const types = ['counter', 'gauge'] as const;
const subjects = ['requests', 'bytes', 'errors', 'sessions', 'jobs', 'seconds'];

function familyOf(i: number): MetricFamily {
  const type = types[i % types.length] ?? 'gauge';
  const subject = subjects[i % subjects.length] ?? '';
  const name = `service_${Math.floor(i / subjects.length)}_${subject}${type === 'counter' ? '_total' : ''}`;
  const series = [{ name, labels: { session_id: `s-${i}` }, valueAt: () => i }];
  return { name, help: `How many ${subject} service ${i} has seen since it began.`, type, series };
}

function targetsOf({ targets, metrics }: Sizes): FleetTarget[] {
  const each = metrics / targets;
  return Array.from({ length: targets }, (_, i) => ({
    job: `fleet-${i % jobs}`,
    instance: `host-${i}.example.com:9100`,
    metricsPath: '/metrics',
    labels: { zone: `zone-${i % 3}`, rack: `rack-${i % 40}`, team: `team-${i % 12}` },
    families: Array.from({ length: each }, (_family, k) => familyOf(i * each + k)),
    isUpAt: () => Math.floor(i / jobs) % 50 !== 49,
  }));
}

function rulesOf({ rules }: Sizes) {
  const content = stringify({
    groups: Array.from({ length: groups }, (_, g) => ({
      name: `group-${g}`,
      rules: Array.from({ length: rules / groups }, (_rule, i) =>
        i % 2 === 0
          ? { record: `fleet:rule_${g}_${i}:sum`, expr: `sum(rate(service_${i}_requests_total{zone="zone-${g}"}[5m]))` }
          : {
              alert: `Rule${g}x${i}`,
              expr: `service_${i}_bytes{rack="rack-${g}"} > ${i * 1_000_000}`,
              for: '5m',
              labels: { severity: 'warning', system: `system-${g}` },
              annotations: { summary: 'Service {{ $labels.instance }} holds {{ $value }} bytes' },
            },
      ),
    })),
  });
  return [{ path: 'large.yml', content }];
}

/** The embedded Prometheus over a fleet of these sizes. */
export function serveLargePrometheus(sizes: Sizes): Promise<PageServer> {
  const answer = createPrometheus({ targets: targetsOf(sizes), ruleFiles: sizes.rules === 0 ? [] : rulesOf(sizes) });
  const pass = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const { method = 'GET', url = '/', headers } = request;
    const body = method === 'POST' ? { body: Buffer.concat(chunks) } : {};
    const asked = { method, headers: { 'content-type': headers['content-type'] ?? '' }, ...body };
    const reply = await answer(new Request(`http://embedded${url}`, asked));
    response.writeHead(reply.status, { 'content-type': reply.headers.get('content-type') ?? '' });
    response.end(Buffer.from(await reply.arrayBuffer()));
  };
  return serve((request, response) => {
    pass(request, response).catch((error: unknown) => response.destroy(new Error(String(error))));
  });
}
