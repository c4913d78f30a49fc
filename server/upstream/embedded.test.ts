import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAlertmanagerClient } from '../../src/alertmanager/client.ts';
import { readRuleFiles } from '../packs/ruleFiles.ts';
import { startGateway } from '../testing.ts';

describe('the gateway with no data source set', () => {
  let app: FastifyInstance;
  beforeAll(async () => {
    ({ app } = await startGateway({}));
  });
  afterAll(() => app.close());
  const api = '/api/ds/demo/api/v1';
  const form = { 'content-type': 'application/x-www-form-urlencoded' };

  test('says that its data is simulated', async () => {
    expect((await app.inject('/api/config')).json()).toMatchObject({
      dataSources: [{ id: 'demo', name: 'Simulated data', kind: 'prometheus' }],
      alertmanagers: [{ id: 'demo', name: 'Simulated Alertmanager', dataSource: 'demo' }],
      role: 'viewer',
      demo: true,
    });
  });

  test('has an Alertmanager of the alerts that fire, which a viewer may only read', async () => {
    const firing = async () => (await app.inject(`${api}/rules`)).body.match(/"state":"firing","activeAt"/g) ?? [];
    let [before, held, after] = [await firing(), await app.inject('/api/am/demo/api/v2/alerts'), await firing()];
    // An alert began or ended in between.
    while (before.length !== after.length) {
      [before, held, after] = [after, await app.inject('/api/am/demo/api/v2/alerts'), await firing()];
    }
    expect(held.json()).toHaveLength(before.length);
    const payload = { matchers: [], startsAt: '', endsAt: '', createdBy: '', comment: '' };
    const headers = { origin: 'http://localhost:80', host: 'localhost:80' };
    const refused = await app.inject({ method: 'POST', url: '/api/am/demo/api/v2/silences', payload, headers });
    expect([refused.statusCode, refused.json()]).toMatchObject([403, { errorType: 'role_needed' }]);
  });

  test.each([
    ['GET', { url: `${api}/query?query=redis_up` }],
    ['POST', { url: `${api}/query`, payload: 'query=redis_up', headers: form }],
  ] as const)('answers a query by %s, in a thread of its own', async (method, request) => {
    const order: string[] = [];
    const asked = app.inject({ method, ...request }).then((reply) => {
      order.push('query');
      return reply;
    });
    await app.inject('/healthz').then(() => order.push('healthz'));
    const reply = await asked;
    expect(reply.headers['content-type']).toMatch(/^application\/json/);
    expect(reply.json().data.result).toHaveLength(1);
    expect(order).toEqual(['healthz', 'query']);
  });

  test('evaluates the question of many pages once, and keeps the answer', async () => {
    const end = Math.floor(Date.now() / 3_600_000) * 3600;
    const url = `${api}/query_range?query=sum(redis_up)&start=${end - 3600}&end=${end}&step=3600`;
    const replies = await Promise.all(Array.from({ length: 20 }, () => app.inject(url)));
    expect(new Set(replies.map(({ body }) => body)).size).toBe(1);
    expect(replies[0]?.json()).toMatchObject({ status: 'success' });
    await expect.poll(async () => (await app.inject(url)).headers.age).toMatch(/^\d+$/);
    const { body } = await app.inject('/metrics');
    expect(body).toContain('mirante_upstream_requests_total{data_source="demo",endpoint="query_range"} 1\n');
  });

  test.each([
    ['what it cannot parse', 'GET', `${api}/query?query=sum(`, 400, 'bad_data'],
    ['what would write', 'POST', `${api}/admin/tsdb/delete_series`, 403, 'not_allowed'],
    ['a method that does not fit', 'POST', `${api}/rules`, 405, 'not_allowed'],
    ['a long query string', 'GET', `${api}/query?query=${'x'.repeat(16 * 1024)}`, 414, 'query_too_long'],
    ['another data source', 'GET', '/api/ds/prometheus/api/v1/query', 404, 'no_such_data_source'],
  ] as const)('refuses %s', async (_name, method, url, status, errorType) => {
    const reply = await app.inject({ method, url });
    expect([reply.statusCode, reply.json()]).toMatchObject([status, { status: 'error', errorType }]);
  });
});

test('an operator silences what is simulated, and the audit log says so', async () => {
  const { app, log } = await startGateway({ MIRANTE_ROLE: 'operator' });
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  const client = createAlertmanagerClient({ baseUrl: `${address}/api/am/demo`, headers: { origin: address } });
  const now = Date.now();
  const matchers = [{ name: 'system', value: '.+', isRegex: true, isEqual: true }];
  const id = await client.createSilence({
    matchers,
    createdBy: 'ann',
    comment: 'c',
    startsAt: now,
    endsAt: now + 60_000,
  });
  expect(await client.silences()).toMatchObject([{ id, state: 'active' }]);
  for (const { state, silencedBy } of await client.alerts()) expect([state, silencedBy]).toEqual(['suppressed', [id]]);
  await client.expireSilence(id);
  expect(await client.silences()).toMatchObject([{ id, state: 'expired' }]);
  expect(log.join('')).toContain(`expire silence ${id}`);
  await app.close();
});

test('a configuration that lists no data source is legal, and nothing stands in for one', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'mirante-none-')), 'config.yaml');
  writeFileSync(file, 'dataSources: []\n');
  const { app } = await startGateway({ MIRANTE_CONFIG: file });
  expect((await app.inject('/api/config')).json()).toMatchObject({ dataSources: [], demo: false });
  expect((await app.inject('/api/ds/demo/api/v1/query?query=up')).statusCode).toBe(404);
});

test("the rule files are the packs', and those of a pack that is replaced do not count", async () => {
  const [shipped, own] = [1, 2].map(() => mkdtempSync(join(tmpdir(), 'mirante-rules-')));
  if (shipped === undefined || own === undefined) throw new Error('no folders');
  const files = [
    [shipped, 'shop', 'a.yml'],
    [shipped, 'mill', 'b.yml'],
    [shipped, 'mill', 'notes.txt'],
    [own, 'shop', 'c.yml'],
  ] as const;
  for (const [folder, pack, name] of files) {
    mkdirSync(join(folder, pack, 'rules'), { recursive: true });
    writeFileSync(join(folder, pack, 'rules', name), name);
  }
  mkdirSync(join(shipped, 'bare'));
  expect(await readRuleFiles([shipped, own])).toEqual([
    { path: 'mill/rules/b.yml', content: 'b.yml' },
    { path: 'shop/rules/c.yml', content: 'c.yml' },
  ]);
});
