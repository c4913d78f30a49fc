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
  /** Alerts that fire, of fifty more rules in twenty systems. */
  readonly alerts?: number;
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

const alertingRules = 50;

/** What a rule for each of `alerts` alerts is about: a series for each. */
function burningTarget(alerts: number): FleetTarget {
  // A while ago: how long an alert has been active is counted back sample by sample.
  const began = Date.now() - 600_000;
  const series = Array.from({ length: alerts }, (_, n) => {
    const [rule, i] = [n % alertingRules, Math.floor(n / alertingRules)];
    const severity = ['critical', 'warning', 'info'][(rule + i) % 3] ?? '';
    const labels = { rule: `${rule}`, severity, system: `system-${rule % 20}`, host: `host-${i}.example.com` };
    return { name: 'burning', labels, valueAt: (time: number) => (time < began ? null : 1) };
  });
  const families = [{ name: 'burning', help: 'Whether it burns.', type: 'gauge', series } as const];
  return {
    job: 'burners',
    instance: 'burners:9100',
    metricsPath: '/metrics',
    labels: {},
    families,
    isUpAt: () => true,
  };
}

const burningGroup = {
  name: 'burning',
  rules: Array.from({ length: alertingRules }, (_, rule) => ({
    alert: `Burning${rule}`,
    expr: `sum without (rule) (burning{rule="${rule}"}) > 0`,
    annotations: {
      summary: `Rule ${rule} fires at {{ $labels.host }}`,
      runbook: `https://example.com/runbooks/${rule}`,
    },
  })),
};

function targetsOf({ targets, metrics, alerts }: Sizes): FleetTarget[] {
  const each = metrics / targets;
  const burning = alerts === undefined ? [] : [burningTarget(alerts)];
  const fleet = Array.from({ length: targets }, (_, i) => ({
    job: `fleet-${i % jobs}`,
    instance: `host-${i}.example.com:9100`,
    metricsPath: '/metrics',
    labels: { zone: `zone-${i % 3}`, rack: `rack-${i % 40}`, team: `team-${i % 12}` },
    families: Array.from({ length: each }, (_family, k) => familyOf(i * each + k)),
    isUpAt: () => Math.floor(i / jobs) % 50 !== 49,
  }));
  return [...fleet, ...burning];
}

function rulesOf({ rules, alerts }: Sizes) {
  const mixed = Array.from({ length: rules === 0 ? 0 : groups }, (_, g) => ({
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
  }));
  const all = alerts === undefined ? mixed : [...mixed, burningGroup];
  return all.length === 0 ? [] : [{ path: 'large.yml', content: stringify({ groups: all }) }];
}

/** The embedded Prometheus over a fleet of these sizes. */
export function serveLargePrometheus(sizes: Sizes): Promise<PageServer> {
  const answer = createPrometheus({ targets: targetsOf(sizes), ruleFiles: rulesOf(sizes) });
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
