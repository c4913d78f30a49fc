import type { FamilyType, FleetTarget, MetricFamily } from '../../fleet/types.ts';
import { createPrometheus } from '../prometheus.ts';
import type { RuleFile } from '../types.ts';

/** 2026-01-15 12:00 in UTC, epoch ms. */
export const noon = Date.UTC(2026, 0, 15, 12);

function family(name: string, help: string, type: FamilyType, values: Readonly<Record<string, number>>): MetricFamily {
  const series = Object.entries(values).map(([id, value]) => {
    const labels = Object.fromEntries(id === '' ? [] : [['id', id]]);
    return { name, labels, valueAt: () => value };
  });
  return { name, help, type, series };
}

/** Two instances of `web`, of which one cannot be reached, and a `db` that wrote a series until 11:00. */
const targets: readonly FleetTarget[] = [
  {
    job: 'web',
    instance: 'web:80',
    metricsPath: '/metrics',
    families: [
      family('load', 'How much there is to do', 'gauge', { a: 1, b: Number.POSITIVE_INFINITY, c: Number.NaN, d: -0 }),
      family('load_ratio', '', 'untyped', { '': 1e-9 }),
    ],
    isUpAt: () => true,
  },
  { job: 'web', instance: 'web-2:80', metricsPath: '/metrics', families: [], isUpAt: () => false },
  {
    job: 'db',
    instance: 'db:5432',
    metricsPath: '/m',
    families: [
      family('load', 'Another help', 'gauge', { a: 5 }),
      {
        ...family('ended', 'Was there', 'counter', {}),
        series: [{ name: 'ended', labels: {}, valueAt: (time) => (time < noon - 3_600_000 ? 1 : null) }],
      },
    ],
    isUpAt: () => true,
  },
];

const ruleFiles: readonly RuleFile[] = [
  {
    path: 'rules/web.yml',
    content: `groups:
  - name: web
    rules:
      - alert: Down
        expr: up == 0
        labels: { severity: critical }
        annotations: { summary: '{{ $labels.instance }} is down' }
      - alert: Never
        expr: up > 1
      - record: job:up:sum
        expr: sum by (job) (up)
`,
  },
  { path: 'rules/db.yml', content: 'groups: [{ name: db, rules: [{ alert: Ended, expr: absent(ended), for: 2h }] }]' },
];

/** A Prometheus of three small targets at noon. */
export const respond = createPrometheus({ targets, ruleFiles, now: () => noon });

/** What it answers to a GET of what follows `/api/v1/`, and with what status. */
export async function ask(path: string): Promise<{ status: number; body: unknown }> {
  const response = await respond(new Request(`http://localhost/api/v1/${path}`));
  const isJson = response.headers.get('content-type') === 'application/json';
  const body: unknown = isJson ? await response.json() : await response.text();
  return { status: response.status, body };
}

/** The same by POST of a form. */
export async function post(path: string, form: Readonly<Record<string, string>>): Promise<Response> {
  return respond(new Request(`http://localhost/api/v1/${path}`, { method: 'POST', body: new URLSearchParams(form) }));
}
