import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFleet } from '../../mocks/fleet/fleet.ts';
import { buildApp } from '../../server/app.ts';
import { packNames } from '../../server/packs/packFiles.ts';
import { readSettings } from '../../server/settings/settings.ts';
import { isPresent } from '../../src/model/frame.ts';
import { createPrometheusClient, type PrometheusClient } from '../../src/prometheus/client.ts';
import { isNotOffered } from '../../src/prometheus/notOffered.ts';
import { createServerClock } from '../../src/prometheus/serverClock.ts';
import { root } from '../command.ts';
import { startVictoriaMetrics, type VictoriaMetrics } from '../lab/victoriaMetrics.ts';
import { expectedEmpty } from './expectedEmpty.ts';
import { planFor } from './packPlans.ts';
import { packQuestions } from './packQuestions.ts';

const minute = 60_000;
const hour = 60 * minute;
/** The past that was written ends here. */
const end = Math.floor(Date.now() / minute) * minute;

let server: VictoriaMetrics;
let app: FastifyInstance;
let client: PrometheusClient;

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mirante-victoria-'));
  server = await startVictoriaMetrics(folder, [
    {
      job_name: 'self',
      static_configs: [{ targets: ['%{ADDRESS}'] }],
      basic_auth: { username: 'ann', password: 'correct horse' },
    },
    {
      job_name: 'gone',
      static_configs: [{ targets: ['127.0.0.1:1', '127.0.0.1:2'] }],
      relabel_configs: [{ source_labels: ['__address__'], regex: '.*:2', action: 'drop' }],
    },
  ]);
  const fleet = createFleet({ incidents: 'none' });
  const sources = fleet.map((target) => ({ ...target, series: target.families.flatMap(({ series }) => series) }));
  await server.write(sources, { from: end - hour - 10 * minute, to: end, step: 15_000 });
  const settings = readSettings({ PROMETHEUS_URL: server.url, MIRANTE_ROLE: 'administrator' }, root);
  app = await buildApp({ settings, appFolder: folder, version: '0', logStream: { write: () => {} } });
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  client = createPrometheusClient({ baseUrl: `${address}/api/ds/prometheus`, headers: { origin: address } });
});

afterAll(async () => {
  await app?.close();
  await server?.stop();
});

/** The error of a call that has to fail. */
const failureOf = (call: Promise<unknown>) => expect(call).rejects.toSatisfy(isNotOffered);

describe('a real VictoriaMetrics behind the gateway is asked', () => {
  it('for the time: now, though it evaluates further back', async () => {
    const clock = createServerClock(client);
    await clock.sync();
    expect(Math.abs(clock.skew() ?? Number.NaN)).toBeLessThan(2000);
  });

  it('for a vector, a number, and the samples of a selector', async () => {
    const up = await client.query({ expr: 'up{job="backend"}', time: end });
    expect(up.frame).toMatchObject({ kind: 'instant', series: [{ labels: { __name__: 'up', job: 'backend' } }] });
    expect((await client.query({ expr: '6 * 7' })).frame.series[0]?.values[0]).toBe(42);
    const raw = await client.query({ expr: 'up{job="backend"}[5m]', time: end, stats: true });
    expect(raw.frame.times).toHaveLength(20);
    expect(raw).toMatchObject({ stats: null, isPartial: false, capped: null });
  });

  it('for ranges, each on the grid that is meant', async () => {
    const range = { expr: 'sum(up{job="backend"})', start: end - 30 * minute, end, step: minute };
    const { frame } = await client.queryRange(range);
    expect([...frame.times]).toEqual(Array.from({ length: 31 }, (_, i) => range.start + i * minute));
    // More than fifty points that do not begin at a multiple of the step, as days of a zone do.
    const odd = await client.queryRange({ ...range, start: end - hour + 7000, end: end - 53_000 });
    expect(odd.frame.times[0]).toBe(end - hour + 7000);
    expect([...(odd.frame.series[0]?.values ?? [])].slice(0, 2)).toEqual([1, 1]);
    const pinned = await client.queryRange({ ...range, expr: 'time() - (time() @ start())' });
    expect([...(pinned.frame.series[0]?.values ?? [])].slice(0, 3)).toEqual([0, 60, 120]);
  });

  it('for what is wrong with a query', async () => {
    await expect(client.query({ expr: 'sum(' })).rejects.toMatchObject({ kind: 'execution', status: 422 });
  });

  it('for names, values, series', async () => {
    const selection = { match: ['gtvision_active_streams'], start: end - hour, end };
    expect((await client.series(selection)).data).toContainEqual({
      __name__: 'gtvision_active_streams',
      instance: 'streaming:8001',
      job: 'streaming',
    });
    expect((await client.labels(selection)).data).toEqual(['__name__', 'instance', 'job']);
    expect((await client.labelValues('job', selection)).data).toEqual(['streaming']);
    expect((await client.metadata()).data).toEqual({});
    expect((await client.queryExemplars({ expr: 'up', start: end - hour, end })).data).toEqual([]);
  });

  it('for its targets: intervals too, and none is down that was never scraped', async () => {
    const scraped = async () => (await client.targets('any')).data;
    const areAllScraped = async () => (await scraped()).active.every(({ lastScrape }) => lastScrape !== null);
    // Some time within its interval of 5 s a target is scraped first.
    await expect.poll(areAllScraped, { timeout: 20_000 }).toBe(true);
    const { active, dropped } = await scraped();
    expect(active).toMatchObject([
      { scrapePool: 'gone', health: 'down', lastError: expect.stringContaining('refused'), scrapeInterval: 5000 },
      { scrapePool: 'self', health: 'up', lastError: '', scrapeInterval: 5000, scrapeTimeout: 5000 },
    ]);
    expect(dropped).toMatchObject([{ discoveredLabels: { __address__: '127.0.0.1:2' } }]);
  });

  it('for what it has of status, and says so of what it has not', async () => {
    expect((await client.rules()).data).toEqual([]);
    expect((await client.alerts()).data).toEqual([]);
    const config = (await client.config()).data;
    expect(config).toContain('job_name: self');
    expect(config).not.toContain('horse');
    expect((await client.tsdb()).data).toMatchObject({
      head: null,
      seriesToday: expect.any(Number),
      seriesCountByMetricName: expect.arrayContaining([{ name: expect.any(String), value: expect.any(Number) }]),
    });
    const missing = [client.alertmanagers(), client.runtimeInfo(), client.flags(), client.walReplay()];
    await Promise.all(missing.map(failureOf));
  });

  it('to read its configuration again', async () => {
    await expect(client.reload()).resolves.toBeUndefined();
  });
});

const names = await packNames(resolve(import.meta.dirname, '../../packs'));
const questions = (await Promise.all(names.map((pack) => packQuestions(pack)))).flat();

describe('every expression of the packs', () => {
  it.each(questions.map((question) => [question.name, question] as const))('%s', async (name, question) => {
    const plan = await planFor(client, question, { from: end - hour, to: end });
    const { frame } = plan.kind === 'instant' ? await client.query(plan) : await client.queryRange(plan);
    const reason = expectedEmpty[name];
    const hasData = frame.series.some((one) =>
      one.values.some((value, i) => isPresent(one, i) && !Number.isNaN(value)),
    );
    expect(hasData, `${reason ?? 'has data'}: ${question.expr}`).toBe(reason === undefined);
  });
});
