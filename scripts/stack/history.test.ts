import { describe, expect, inject, it } from 'vitest';
import { createFleet } from '../../mocks/fleet/fleet.ts';
import type { FleetSeries } from '../../mocks/fleet/types.ts';
import type { Labels } from '../../src/model/labels.ts';
import { createPrometheusClient } from '../../src/prometheus/client.ts';

const minute = 60_000;
const client = createPrometheusClient({ baseUrl: inject('prometheusUrl') });
const startedAt = inject('startedAt');
const fleet = createFleet({ incidents: 'none' });

/** The simulated series that a stored series was made from. */
function originOf({ __name__: name, job, instance, ...labels }: Labels): FleetSeries {
  const matches = fleet
    .filter((target) => target.job === job && target.instance === instance)
    .flatMap(({ families }) => families.flatMap(({ series }) => series))
    .filter((one) => one.name === name && JSON.stringify(sorted(one.labels)) === JSON.stringify(sorted(labels)));
  const [match] = matches;
  if (match === undefined) throw new Error(`${job} does not simulate ${name} ${JSON.stringify(labels)}`);
  return match;
}

function sorted(labels: Labels): [string, string][] {
  return Object.entries(labels).sort();
}

/** Each series of a selector with its newest sample at `time`, and when that was taken (epoch ms). */
async function samplesAt(selector: string, time: number) {
  const values = await client.query({ expr: selector, time });
  return Promise.all(
    values.frame.series.map(async ({ labels, values }) => {
      const matchers = Object.entries(labels)
        .map(([label, value]) => `${label}=${JSON.stringify(value)}`)
        .join(',');
      const stamp = await client.query({ expr: `timestamp({${matchers}})`, time });
      return { labels, value: values[0], taken: (stamp.frame.series[0]?.values[0] ?? Number.NaN) * 1000 };
    }),
  );
}

describe.each([
  ['the written past', startedAt - 20 * minute],
  ['the scraped present', Date.now()],
])('%s', (_, time) => {
  it.each(['http_requests_total{job="backend",status="200"}', 'gtvision_lpr_events_total', 'rabbitmq_queues'])(
    'has of %s what the simulation says',
    async (selector) => {
      const samples = await samplesAt(selector, time);
      expect(samples.length).toBeGreaterThan(0);
      for (const { labels, value, taken } of samples) {
        const { valueAt } = originOf(labels);
        // A scrape reads a moment after the time it is stored under.
        expect(value).toBeGreaterThanOrEqual(valueAt(taken) ?? Number.NaN);
        expect(value).toBeLessThanOrEqual(valueAt(taken + 2000) ?? Number.NaN);
      }
    },
  );
});

describe('past and present', () => {
  it('are one: requests go on as they went', async () => {
    const end = Date.now();
    const expr = 'sum(rate(http_requests_total{job="backend"}[5m]))';
    const { frame } = await client.queryRange({ expr, start: end - 40 * minute, end, step: 15_000 });
    const rates = [...(frame.series[0]?.values ?? [])];
    expect(rates).toHaveLength(161);
    const steps = rates.slice(1).map((rate, i) => Math.abs(rate / (rates[i] ?? 0) - 1));
    expect(Math.max(...steps)).toBeLessThan(0.25);
  });

  it.each(['node', 'backend', 'rabbitmq'])(
    'of %s leave no hole that a window of five minutes would see',
    async (job) => {
      const end = Date.now();
      const expr = `changes(timestamp(up{job="${job}"})[5m:15s])`;
      const { frame } = await client.queryRange({ expr, start: end - 40 * minute, end, step: minute });
      const changes = [...(frame.series[0]?.values ?? [])];
      expect(changes).toHaveLength(41);
      expect(Math.min(...changes)).toBeGreaterThan(10);
    },
  );

  it('have every scrape, in whatever parts the past was written', async () => {
    const expr = 'count_over_time(up{job=~"backend|prometheus"}[45m])';
    const { frame } = await client.query({ expr, time: startedAt });
    const counts = frame.series.flatMap(({ values }) => [...values]);
    expect(counts).toHaveLength(2);
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(180);
  });

  it('of the real node exporter never count backwards, but at its start', async () => {
    const { frame } = await client.query({ expr: 'max(resets(node_cpu_seconds_total[50m]))' });
    expect(frame.series[0]?.values[0]).toBeLessThanOrEqual(1);
  });

  it('of the real node exporter never use more CPU than there is', async () => {
    const end = Date.now();
    const expr = '1 - avg(rate(node_cpu_seconds_total{mode="idle"}[5m]))';
    const { frame } = await client.queryRange({ expr, start: end - 50 * minute, end, step: 15_000 });
    const usage = [...(frame.series[0]?.values ?? [])];
    expect(usage).toHaveLength(201);
    expect(Math.min(...usage)).toBeGreaterThan(-0.05);
    expect(Math.max(...usage)).toBeLessThan(1.05);
  });
});
