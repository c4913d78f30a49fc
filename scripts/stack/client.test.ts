import { describe, expect, inject, it } from 'vitest';
import { isPresent } from '../../src/model/frame.ts';
import type { Labels } from '../../src/model/labels.ts';
import { createPrometheusClient } from '../../src/prometheus/client.ts';

const minute = 60_000;
const hour = 60 * minute;
const client = createPrometheusClient({ baseUrl: inject('prometheusUrl') });
const targets = inject('targets');
const jobs = [...new Set(targets.map(({ job }) => job))].sort();
const instances = targets.map(({ job, instance }) => `${job} ${instance}`).sort();
const instanceOf = ({ job, instance }: Labels) => `${job} ${instance}`;

/** Now, on a whole minute of the past that is surely scraped. */
function recently(): number {
  return Math.floor(Date.now() / minute) * minute;
}

describe('query', () => {
  it('decodes a vector: a series for each target, all up', async () => {
    const { frame, warnings } = await client.query({ expr: 'up' });
    expect(frame.kind).toBe('instant');
    expect(frame.series.map(({ labels }) => instanceOf(labels)).sort()).toEqual(instances);
    for (const { labels, values } of frame.series) {
      expect(labels).toMatchObject({ __name__: 'up', instance: expect.stringMatching(/./) });
      expect([...values]).toEqual([1]);
    }
    expect(warnings).toEqual([]);
  });

  it('asks for the time it is given', async () => {
    const time = recently() - 20 * minute;
    const { frame } = await client.query({ expr: 'time()', time });
    expect(frame.series[0]?.values[0]).toBe(time / 1000);
    expect(frame.times[0]).toBe(time);
  });

  it.each([
    ['42', 42],
    ['-1 / 0', Number.NEGATIVE_INFINITY],
    ['vector(1) / 0', Number.POSITIVE_INFINITY],
    ['vector(0) / 0', Number.NaN],
  ])('decodes %s', async (expr, expected) => {
    const { frame } = await client.query({ expr });
    const [series] = frame.series;
    expect(series?.values[0]).toBe(expected);
    expect(series && isPresent(series, 0)).toBe(true);
  });

  it('decodes the raw samples of a range selector', async () => {
    const { frame } = await client.query({ expr: 'up{job="backend"}[5m]' });
    expect(frame.series).toHaveLength(1);
    expect(frame.times.length).toBeGreaterThan(10);
  });

  it('tells what work it was, when asked', async () => {
    const { stats } = await client.query({ expr: 'count(up)', stats: true });
    expect(stats?.samples).toBe(targets.length);
  });

  it('gives a frame without series where there is nothing', async () => {
    expect((await client.query({ expr: 'there_is_no_such_metric' })).frame.series).toEqual([]);
  });
});

describe('query_range', () => {
  it('puts the samples on the grid that was asked for', async () => {
    const end = recently();
    const range = { expr: 'sum(up)', start: end - 30 * minute, end, step: minute };
    const { frame } = await client.queryRange(range);
    expect(frame).toMatchObject({ kind: 'range', step: minute });
    expect([...frame.times]).toEqual(Array.from({ length: 31 }, (_, i) => range.start + i * minute));
    expect([...(frame.series[0]?.values ?? [])]).toEqual(Array.from({ length: 31 }, () => targets.length));
  });

  it('tells absent samples from present ones: there is no past before the past', async () => {
    const end = recently();
    const { frame } = await client.queryRange({ expr: 'sum(up)', start: end - 2 * hour, end, step: 10 * minute });
    const [series] = frame.series;
    if (series === undefined) throw new Error('no series');
    expect(isPresent(series, 0)).toBe(false);
    expect(series.values[0]).toBeNaN();
    expect(isPresent(series, frame.times.length - 1)).toBe(true);
  });

  it('keeps NaN samples present', async () => {
    const end = recently();
    const { frame } = await client.queryRange({ expr: '0 * up{job="ai"} / 0', start: end - minute, end, step: minute });
    const [series] = frame.series;
    expect([...(series?.values ?? [])]).toEqual([Number.NaN, Number.NaN]);
    expect(series && isPresent(series, 1)).toBe(true);
  });

  it('is cut, and says so, above the number of series that the client keeps', async () => {
    const few = createPrometheusClient({ baseUrl: inject('prometheusUrl'), maxSeries: 5 });
    const end = recently();
    const { frame, capped } = await few.queryRange({ expr: 'up', start: end - minute, end, step: minute });
    expect(frame.series).toHaveLength(5);
    expect(capped).toEqual({ shown: 5, total: targets.length });
  });
});

describe('what the server knows of its series', () => {
  it('series', async () => {
    const { data } = await client.series({
      match: ['gtvision_active_streams', 'pg_up{job="postgres"}'],
      start: recently() - hour,
    });
    expect(data).toHaveLength(2);
    expect(data).toContainEqual({ __name__: 'gtvision_active_streams', instance: 'streaming:8001', job: 'streaming' });
  });

  it('label names', async () => {
    expect((await client.labels()).data).toEqual(expect.arrayContaining(['__name__', 'job', 'instance', 'le', 'mode']));
    const { data } = await client.labels({ match: ['gtvision_active_streams'] });
    expect(data).toEqual(['__name__', 'instance', 'job']);
  });

  it('label values', async () => {
    // That of what is pushed is no target's.
    expect((await client.labelValues('job')).data).toEqual([...jobs, 'collector_api'].sort());
    const { data } = await client.labelValues('job', { match: ['http_connections_active'], start: recently() - hour });
    expect(data).toEqual(['ai', 'backend', 'streaming']);
  });

  it('metadata', async () => {
    const { data } = await client.metadata({ metric: 'gtvision_lpr_events_total' });
    expect(data).toEqual({ gtvision_lpr_events_total: [{ type: 'counter', help: 'Total LPR events', unit: '' }] });
    expect(Object.keys((await client.metadata()).data).length).toBeGreaterThan(200);
  });

  it('exemplars: the services have none', async () => {
    const end = recently();
    expect((await client.queryExemplars({ expr: 'http_requests_total', start: end - hour, end })).data).toEqual([]);
  });
});

describe('what the server does', () => {
  it('targets', async () => {
    const { active, dropped } = (await client.targets()).data;
    // Consul itself, which has no port of metrics in its catalog.
    expect(dropped.map(({ discoveredLabels }) => discoveredLabels.__meta_consul_service)).toEqual(['consul']);
    expect(active.map(({ labels }) => instanceOf(labels)).sort()).toEqual(instances);
    for (const target of active) {
      const isOften = target.labels.job === 'zpro-baileys';
      const times = isOften ? [10_000, 5000] : [15_000, 10_000];
      expect(target).toMatchObject({ health: 'up', lastError: '' });
      expect([target.scrapeInterval, target.scrapeTimeout]).toEqual(times);
      expect(Math.abs(Date.now() - (target.lastScrape ?? 0))).toBeLessThan(minute);
    }
    expect(active.find(({ scrapePool }) => scrapePool === 'minio')?.scrapeUrl).toMatch(
      /\/minio\/v2\/metrics\/cluster$/,
    );
  });

  it('rules', async () => {
    const groups = (await client.rules()).data;
    const ofGtVision = groups.filter(({ file }) => file.includes('/gt-vision/'));
    expect(ofGtVision.map(({ name, interval }) => [name, interval]).sort()).toEqual([
      ['application_alerts', 30_000],
      ['business_alerts', minute],
      ['system_alerts', 30_000],
    ]);
    const down = groups.flatMap(({ rules }) => rules).find(({ name }) => name === 'ServiceDown');
    expect(down).toMatchObject({ kind: 'alerting', lastError: '', labels: { severity: 'critical' } });
    expect(down?.alerting).toMatchObject({
      for: minute,
      state: expect.stringMatching(/inactive|pending|firing|unknown/),
    });
  });

  it('alerts: each of a rule that is loaded', async () => {
    const [alerts, groups] = await Promise.all([client.alerts(), client.rules()]);
    const names = groups.data.flatMap(({ rules }) => rules.map(({ name }) => name));
    for (const { labels } of alerts.data) expect(names).toContain(labels.alertname);
  });

  it('alertmanagers: the real one, by its name', async () => {
    expect((await client.alertmanagers()).data).toEqual({
      active: ['http://alertmanager:9093/api/v2/alerts'],
      dropped: [],
    });
  });

  it('buildinfo', async () => {
    expect((await client.buildInfo()).data).toMatchObject({
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
      goVersion: expect.stringMatching(/^go\d/),
    });
  });

  it('runtimeinfo', async () => {
    const { data } = await client.runtimeInfo();
    expect(data).toMatchObject({ reloadConfigSuccess: true, storageRetention: expect.any(String) });
    expect(Date.now() - (data.startTime ?? 0)).toBeLessThan(hour);
  });

  it('flags', async () => {
    expect((await client.flags()).data['web.listen-address']).toBe(new URL(inject('prometheusUrl')).host);
  });

  it('config', async () => {
    expect((await client.config()).data).toContain('job_name: backend');
  });

  it('tsdb', async () => {
    const { head, seriesCountByMetricName } = (await client.tsdb()).data;
    expect(head?.seriesCount).toBeGreaterThan(1000);
    expect(seriesCountByMetricName[0]?.value).toBeGreaterThanOrEqual(seriesCountByMetricName[1]?.value ?? 0);
  });

  it('walreplay: done', async () => {
    const { max, current } = (await client.walReplay()).data;
    expect(current).toBe(max);
  });
});
