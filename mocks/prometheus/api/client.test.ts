import { expect, it, test } from 'vitest';
import { createPrometheusClient } from '../../../src/prometheus/client.ts';
import { failureOf } from '../../../src/prometheus/testing.ts';
import { noon, respond } from './testing.ts';

const client = createPrometheusClient({
  baseUrl: 'http://localhost/api/ds/main',
  fetch: (input, init) => respond(new Request(input, init)),
});
const hour = { start: noon - 3_600_000, end: noon };

it('reads queries', async () => {
  const { frame, stats } = await client.query({ expr: 'load{job="web"}', time: noon, stats: true });
  expect(stats?.samples).toBeGreaterThanOrEqual(4);
  expect(frame.series.map(({ values }) => values[0])).toEqual([1, Number.POSITIVE_INFINITY, Number.NaN, -0]);
  const scalar = await client.query({ expr: 'time()' });
  expect(scalar.frame.series[0]?.values[0]).toBe(noon / 1000);
  expect((await client.query({ expr: 'up[1m]' })).frame.series).toHaveLength(3);
});

it('reads a range, with what is absent as absent', async () => {
  const range = { start: noon - 7_200_000, end: noon, step: 1_800_000 };
  const { frame } = await client.queryRange({ expr: 'ended', ...range });
  expect(frame.series[0]?.present).toEqual(Uint8Array.of(1, 1, 1, 0, 0));
  expect(frame.series[0]?.labels).toEqual({ __name__: 'ended', instance: 'db:5432', job: 'db' });
});

it('reads where an expression is wrong', async () => {
  const failure = await failureOf(client.query({ expr: 'sum(up' }));
  expect(failure).toMatchObject({ kind: 'bad-data', status: 400, detail: expect.stringContaining('parse error') });
});

test.each([
  [
    'series',
    () => client.series({ match: ['up'], ...hour }),
    expect.arrayContaining([expect.objectContaining({ job: 'db' })]),
  ],
  ['labels', () => client.labels({ match: ['load'], ...hour }), ['__name__', 'id', 'instance', 'job']],
  ['values', () => client.labelValues('job', { ...hour, match: ['up'] }), ['db', 'web']],
  [
    'metadata',
    () => client.metadata({ metric: 'ended' }),
    { ended: [{ type: 'counter', help: 'Was there', unit: '' }] },
  ],
  ['exemplars', () => client.queryExemplars({ expr: 'up', ...hour }), []],
  [
    'targets',
    () => client.targets('active'),
    { active: Array(3).fill(expect.objectContaining({ scrapeInterval: 15_000, scrapeTimeout: 10_000 })), dropped: [] },
  ],
  [
    'rules',
    () => client.rules(),
    [expect.objectContaining({ name: 'db', interval: 15_000 }), expect.objectContaining({ name: 'web' })],
  ],
  [
    'alerts',
    () => client.alerts(),
    [expect.objectContaining({ state: 'pending', value: 1 }), expect.objectContaining({ state: 'firing' })],
  ],
  ['alertmanagers', () => client.alertmanagers(), { active: [], dropped: [] }],
  [
    'the build',
    () => client.buildInfo(),
    expect.objectContaining({ version: expect.stringMatching(/^3\./), revision: 'embedded' }),
  ],
  ['the process', () => client.runtimeInfo(), expect.objectContaining({ startTime: noon, hostname: 'embedded' })],
  ['flags', () => client.flags(), expect.objectContaining({ 'query.lookback-delta': '5m' })],
  ['the configuration', () => client.config(), expect.stringContaining('scrape_interval: 15s')],
  ['the write-ahead log', () => client.walReplay(), { min: 0, max: 0, current: 0 }],
])('reads %s', async (_, call, data) => expect(await call()).toEqual({ data, warnings: [], infos: [] }));

it('reads what the database holds most of', async () => {
  const { data } = await client.tsdb();
  expect(data.head).toMatchObject({ maxTime: noon });
  expect(data.seriesCountByMetricName[0]).toEqual({ name: 'load', value: 5 });
  expect(data.seriesCountByLabelValuePair).toContainEqual({ name: 'job=db', value: expect.any(Number) });
  expect(data.head?.seriesCount).toBeGreaterThan(20);
});
