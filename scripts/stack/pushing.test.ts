import { describe, expect, inject, it } from 'vitest';
import { collectorGroups } from '../../mocks/fleet/collector-api/groups.ts';
import { createPrometheusClient } from '../../src/prometheus/client.ts';
import { readSamples } from '../lab/samples.ts';

const client = createPrometheusClient({ baseUrl: inject('prometheusUrl') });
const gateway = inject('targets').find(({ job }) => job === 'pushgateway');
const instances = collectorGroups().map(({ instance }) => instance);

describe('what the Collector API pushed', () => {
  it('is at the real Pushgateway, a group for each instance', async () => {
    expect(gateway).toMatchObject({ isReal: true });
    const samples = readSamples(await (await fetch(gateway?.url ?? '')).text());
    const pushed = samples.filter(({ name }) => name === 'push_time_seconds');
    expect(pushed.map(({ labels }) => labels).sort()).toEqual(
      instances.map((instance) => ({ job: 'collector_api', instance })).sort(),
    );
    for (const { value } of pushed) expect(Date.now() / 1000 - value).toBeLessThan(600);
    expect(
      samples.filter(({ name, labels }) => name === 'collector_api_up' && labels.job === 'collector_api'),
    ).toHaveLength(instances.length);
  });

  it("is in Prometheus under its own job and instance, as the document's queries need it", async () => {
    const { frame } = await client.query({ expr: 'database_available{job="collector_api"}' });
    expect(new Set(frame.series.map(({ labels }) => labels.instance))).toEqual(new Set(instances));
    for (const { labels } of frame.series)
      expect(Object.keys(labels).sort()).toEqual(['__name__', 'db_type', 'instance', 'job']);
  });

  it.each(['exported_job', 'exported_instance'])('has no %s', async (label) => {
    const { frame } = await client.query({ expr: `{${label}!="", job=~"pushgateway|collector_api"}` });
    expect(frame.series).toEqual([]);
  });

  it('goes on from its written past without a gap', async () => {
    const end = Date.now();
    const range = { expr: 'count(push_time_seconds{job="collector_api"})', start: end - 1_800_000, end, step: 60_000 };
    const { frame } = await client.queryRange(range);
    expect([...(frame.series[0]?.values ?? [])]).toEqual(Array(31).fill(instances.length));
  });
});

it('the Pushgateway itself keeps its own job', async () => {
  const { frame } = await client.query({ expr: 'pushgateway_build_info' });
  expect(frame.series.map(({ labels }) => labels.job)).toEqual(['pushgateway']);
});
