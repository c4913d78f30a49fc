import { expect, test } from 'vitest';
import type { PrometheusClient } from './client.ts';
import { failureOf, fakeClient, success } from './testing.ts';

type Call = (client: PrometheusClient) => Promise<unknown>;

const hour = { start: 1_700_000_000_000, end: 1_700_003_600_000 };
const vector = { resultType: 'vector', result: [] };
const target = { labels: {}, scrapeUrl: 'http://a/metrics', health: 'up' };
const alert = { labels: {}, annotations: {}, state: 'firing', activeAt: '2023-11-14T22:13:20Z', value: '1' };
const headStats = { numSeries: 5, chunkCount: 6, minTime: 7, maxTime: 8 };

/** Each malformed reply says where. */
test.each<[Call, unknown, string]>([
  [(c) => c.series({ match: ['up'] }), [{ a: 1 }], 'data.0.a'],
  [(c) => c.labels(), 'job', 'data'],
  [(c) => c.labelValues('job'), ['a', null], 'data.1'],
  [(c) => c.metadata(), { up: { type: 'gauge' } }, 'data.up'],
  [(c) => c.metadata(), { up: [{}] }, 'data.up.0.type'],
  [
    (c) => c.queryExemplars({ expr: 'x', ...hour }),
    [{ seriesLabels: {}, exemplars: [{ labels: {}, value: 'x', timestamp: 1 }] }],
    'data.0.exemplars.0.value',
  ],
  [(c) => c.targets(), [], 'data.activeTargets'],
  [
    (c) => c.targets(),
    { activeTargets: [target, { ...target, lastScrape: 'yesterday' }] },
    'data.activeTargets.1.lastScrape',
  ],
  [(c) => c.rules(), { groups: [{ name: 'g', rules: [{ type: 'odd' }] }] }, 'data.groups.0.rules.0.type'],
  [(c) => c.rules(), { groups: [{ name: 'g', interval: '15s' }] }, 'data.groups.0.interval'],
  [(c) => c.alerts(), { alerts: [{ ...alert, value: 1 }] }, 'data.alerts.0.value'],
  [(c) => c.alertmanagers(), { activeAlertmanagers: ['a'] }, 'data.activeAlertmanagers.0'],
  [(c) => c.buildInfo(), { version: 2 }, 'data.version'],
  [(c) => c.runtimeInfo(), { corruptionCount: '0' }, 'data.corruptionCount'],
  [(c) => c.flags(), { a: true }, 'data.a'],
  [(c) => c.config(), 'global:', 'data'],
  [(c) => c.tsdb(), { headStats: { ...headStats, numSeries: null } }, 'data.headStats.numSeries'],
  [(c) => c.walReplay(), { min: 0 }, 'data.max'],
  [(c) => c.query({ expr: 'up' }), { ...vector, result: [{ metric: {}, value: [1] }] }, 'data.result.0.value.1'],
  [(c) => c.rules(), {}, 'data.groups'],
  [(c) => c.alerts(), {}, 'data.alerts'],
  [(c) => c.queryRange({ expr: 'up', ...hour, step: 1000 }), vector, 'data.resultType'],
])('%s of %j: %s', async (call, data, path) => {
  const error = await failureOf(call(fakeClient(success(data)).client));
  expect(error).toMatchObject({ kind: 'malformed', status: 200, path });
  expect(error.message).toContain(path);
});
