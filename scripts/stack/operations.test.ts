import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../../server/app.ts';
import { readSettings } from '../../server/settings/settings.ts';
import { type AlertmanagerClient, createAlertmanagerClient } from '../../src/alertmanager/client.ts';
import { createPushgatewayClient, type PushgatewayClient } from '../../src/pushgateway/client.ts';
import { groupPath } from '../../src/pushgateway/groupPath.ts';
import { root } from '../command.ts';
import { startAlertmanager } from '../lab/alertmanager.ts';
import { shippedAlertmanagerConfig } from '../lab/lab.ts';
import { startPushgateway } from '../lab/pushgateway.ts';
import type { RunningTarget } from '../lab/running.ts';
import { runProgram } from './programs.ts';

let alertmanager: RunningTarget;
let pushgateway: RunningTarget;
let app: FastifyInstance;
let alerts: AlertmanagerClient;
let pushed: PushgatewayClient;
const lines: string[] = [];

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mirante-operations-'));
  alertmanager = await startAlertmanager(join(folder, 'am'), readFileSync(shippedAlertmanagerConfig, 'utf8'));
  pushgateway = await startPushgateway(folder);
  const servers = {
    ALERTMANAGER_URL: `http://${alertmanager.address}`,
    PUSHGATEWAY_URL: `http://${pushgateway.address}`,
  };
  const settings = readSettings({ ...servers, MIRANTE_ROLE: 'administrator' }, root);
  const logStream = { write: (line: string) => void lines.push(line) };
  app = await buildApp({ settings, appFolder: folder, version: '0', logStream });
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  // What a browser sends by itself.
  const headers = { origin: address };
  alerts = createAlertmanagerClient({ baseUrl: `${address}/api/am/alertmanager`, headers });
  pushed = createPushgatewayClient({ baseUrl: `${address}/api/pg/pushgateway`, headers });
});

afterAll(async () => {
  await app?.close();
  await pushgateway?.stop();
  await alertmanager?.stop();
});

const audit = () => lines.map((line) => JSON.parse(line)).filter(({ name }) => name === 'audit');

describe('a real Alertmanager behind the gateway', () => {
  const amtool = (...args: string[]) =>
    runProgram('amtool', [`--alertmanager.url=http://${alertmanager.address}`, ...args]);

  it('tells its status and receivers', async () => {
    expect(await alerts.status()).toMatchObject({
      cluster: { status: 'disabled' },
      version: expect.stringMatching(/^\d+\.\d+/),
      config: expect.stringContaining('receivers:'),
    });
    expect(await alerts.receivers()).toEqual(['default', 'critical', 'warning']);
  });

  it('shows of its receivers where they are, and not how to post to them', async () => {
    const direct = await fetch(`http://${alertmanager.address}/api/v2/status`);
    const shipped = /url: http:\/\/[^/\s]+\/\w+/;
    expect(await direct.text()).toMatch(shipped);
    const { config } = await alerts.status();
    expect(config).not.toMatch(shipped);
    expect(config).toMatch(/url: http:\/\/[^/\s]+\/<secret>/);
  });

  it('silences an alert, shows it to amtool, and expires it', async () => {
    expect(amtool('alert', 'add', 'Odd', 'severity=critical', 'job=a/b').status).toBe(0);
    await expect.poll(() => alerts.alerts(), { timeout: 10_000 }).toHaveLength(1);
    const [before] = await alerts.alerts({ filter: ['job="a/b"'] });
    expect(before).toMatchObject({ state: 'active', receivers: ['critical', 'default'], labels: { alertname: 'Odd' } });

    const now = Date.now();
    const id = await alerts.createSilence({
      matchers: [{ name: 'alertname', value: 'O.*', isRegex: true, isEqual: true }],
      createdBy: 'ann',
      comment: 'planned',
      startsAt: now,
      endsAt: now + 3_600_000,
    });
    expect(await alerts.silences()).toMatchObject([
      { id, state: 'active', endsAt: now + 3_600_000, comment: 'planned' },
    ]);
    expect(amtool('silence', 'query').output).toContain(id);
    await expect
      .poll(() => alerts.alerts({ silenced: true }))
      .toMatchObject([{ state: 'suppressed', silencedBy: [id] }]);
    expect(await alerts.alerts({ silenced: false })).toEqual([]);
    expect((await alerts.alertGroups()).map(({ receiver }) => receiver)).toEqual(['critical', 'default']);

    await alerts.expireSilence(id);
    expect(await alerts.silences()).toMatchObject([{ id, state: 'expired' }]);
    expect(audit()).toMatchObject([
      { what: 'make or change a silence', body: { matchers: ['alertname=~"O.*"'], createdBy: 'ann' }, status: 200 },
      { what: `expire silence ${id}`, status: 200 },
    ]);
  });

  it('sees what amtool has silenced', async () => {
    const made = amtool('silence', 'add', '--author=bob', '--comment=by hand', 'severity!=warning', 'job=~"a.+"');
    expect(made.status, made.output).toBe(0);
    // The gateway gives the same answer for two seconds.
    await expect
      .poll(async () => (await alerts.silences()).find(({ createdBy }) => createdBy === 'bob'), { timeout: 10_000 })
      .toMatchObject({
        state: 'active',
        comment: 'by hand',
        matchers: expect.arrayContaining([{ name: 'severity', value: 'warning', isRegex: false, isEqual: false }]),
      });
  });

  it.each([
    ['a bad regular expression', { name: 'a', value: '(', isRegex: true, isEqual: true }, /missing closing/],
    [
      'a matcher of all',
      { name: 'a', value: '.*', isRegex: true, isEqual: true },
      /at least one matcher must not match/,
    ],
  ])('says itself what is wrong: %s', async (_name, matcher, words) => {
    const now = Date.now();
    const draft = { matchers: [matcher], createdBy: 'ann', comment: 'c', startsAt: now, endsAt: now + 60_000 };
    await expect(alerts.createSilence(draft)).rejects.toMatchObject({
      kind: 'bad-data',
      detail: expect.stringMatching(words),
    });
  });

  it('knows no such silence', async () => {
    const unknown = alerts.expireSilence('0c9b6c5e-1111-4111-8111-111111111111');
    await expect(unknown).rejects.toMatchObject({ kind: 'http', detail: 'silence not found' });
  });
});

describe('a real Pushgateway behind the gateway', () => {
  const keys = [{ job: 'plain' }, { job: 'a/b', path: '/var/tmp', empty: '' }, { job: '..', name: 'Προμηθεύς ?#%' }];
  const text = [
    '# HELP g a gauge\n# TYPE g gauge\ng{a="b"} 1.5e9',
    '# TYPE h histogram\nh_bucket{le="1"} 1\nh_bucket{le="+Inf"} 2\nh_sum 3\nh_count 2',
    '# TYPE s summary\ns{quantile="0.5"} NaN\ns_sum 1\ns_count 2\n',
  ].join('\n');

  it('tells its status', async () => {
    expect(await pushed.status()).toMatchObject({
      version: expect.stringMatching(/^\d+\.\d+/),
      flags: { 'persistence.file': '' },
    });
  });

  it('shows what was pushed, and deletes just the group that is meant', async () => {
    const address = `http://${pushgateway.address}`;
    for (const key of keys) {
      const reply = await fetch(`${address}/metrics/${groupPath(key)}`, { method: 'PUT', body: text });
      expect(reply.status, await reply.text()).toBe(200);
    }
    const broken = await fetch(`${address}/metrics/job/broken`, { method: 'POST', body: '# TYPE g counter\ng 4\n' });
    expect(broken.status).toBe(400);

    const groups = await pushed.groups();
    expect(groups.map(({ labels }) => labels)).toEqual(expect.arrayContaining([...keys, { job: 'broken' }]));
    const plain = groups.find(({ labels }) => labels.job === 'plain');
    expect(plain).toMatchObject({ lastPushSuccessful: true, failedAt: null });
    expect(Math.abs(Date.now() - (plain?.pushedAt ?? 0))).toBeLessThan(60_000);
    expect(plain?.families.toSorted((a, b) => a.name.localeCompare(b.name))).toMatchObject([
      { name: 'g', type: 'gauge', help: 'a gauge', metrics: [{ value: '1.5e+09', labels: { a: 'b', job: 'plain' } }] },
      { name: 'h', type: 'histogram', metrics: [{ buckets: { '1': '1', '+Inf': '2' }, count: '2', sum: '3' }] },
      { name: 's', type: 'summary', metrics: [{ quantiles: { '0.5': 'NaN' }, count: '2', sum: '1' }] },
    ]);
    expect(groups.find(({ labels }) => labels.job === 'broken')).toMatchObject({
      lastPushSuccessful: false,
      pushedAt: null,
      failedAt: expect.any(Number),
    });

    for (const [i, key] of keys.entries()) {
      await pushed.deleteGroup(key);
      const left = [...keys.slice(i + 1), { job: 'broken' }];
      // It is soon done, not at once.
      await expect
        .poll(async () => (await pushed.groups()).map(({ labels }) => labels), { timeout: 10_000, interval: 250 })
        .toHaveLength(left.length);
      expect((await pushed.groups()).map(({ labels }) => labels)).toEqual(expect.arrayContaining(left));
    }
  });
});
