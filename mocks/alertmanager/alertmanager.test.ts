import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import { createAlertmanagerClient } from '../../src/alertmanager/client.ts';
import { failureOf } from '../../src/prometheus/testing.ts';
import { createAlertmanager } from './alertmanager.ts';
import { readConfiguration, simulatedConfiguration } from './configuration.ts';
import { fingerprintOf } from './fingerprint.ts';

const NOON = Date.UTC(2026, 0, 15, 12);
const HOUR = 3_600_000;

const told = (labels: Record<string, string>) => ({
  labels,
  annotations: { summary: 's' },
  startsAt: NOON - HOUR,
  updatedAt: NOON - 15_000,
});
const down = { alertname: 'ServiceDown', severity: 'critical', system: 'gt', job: 'api', instance: 'a' };
const slow = { alertname: 'Slow', severity: 'warning', system: 'gt', job: 'api', instance: 'a' };
const other = { alertname: 'Slow', severity: 'warning', system: 'gt', job: 'api', instance: 'b' };

/** An Alertmanager with three alerts, a clock to be moved, and the app's own client before it. */
function start() {
  const clock = { now: NOON };
  const respond = createAlertmanager({
    firing: async () => [down, slow, other].map(told),
    now: () => clock.now,
  });
  const client = createAlertmanagerClient({
    baseUrl: 'http://embedded',
    fetch: (input, init) => respond(new Request(input, init)),
  });
  return { client, clock };
}

const matcher = (name: string, value: string, isRegex = false, isEqual = true) => ({ name, value, isRegex, isEqual });
const draft = (changes: object = {}) => ({
  matchers: [matcher('instance', 'b')],
  createdBy: 'ann',
  comment: 'planned',
  startsAt: NOON,
  endsAt: NOON + HOUR,
  ...changes,
});

describe('alerts', () => {
  it('come with receivers, and say what inhibits them', async () => {
    const { client } = start();
    const alerts = await client.alerts();
    expect(alerts.map(({ labels }) => fingerprintOf(labels))).toEqual(alerts.map(({ fingerprint }) => fingerprint));
    const of = (labels: object) => alerts.find((one) => JSON.stringify(one.labels) === JSON.stringify(labels));
    expect(of(down)).toMatchObject({ state: 'active', receivers: ['critical', 'default'], startsAt: NOON - HOUR });
    expect(of(slow)).toMatchObject({ state: 'suppressed', inhibitedBy: [fingerprintOf(down)], receivers: ['warning'] });
    expect(of(other)).toMatchObject({ state: 'active', inhibitedBy: [], silencedBy: [] });
  });

  it.each([
    [{ filter: ['alertname="Slow"'] }, 2],
    [{ filter: ['alertname="Slow"', 'instance!~"a|c"'] }, 1],
    [{ filter: ['nothing=""'] }, 3],
    [{ inhibited: false }, 2],
    [{ active: false }, 1],
    [{ receiver: 'crit.*' }, 1],
    [{ receiver: 'crit' }, 0],
  ])('are selected by %j', async (selection, count) => {
    expect(await start().client.alerts(selection)).toHaveLength(count);
  });

  it('are grouped as they are notified', async () => {
    const groups = await start().client.alertGroups();
    expect(groups.map(({ labels, receiver, alerts }) => [labels, receiver, alerts.length])).toEqual([
      [{ alertname: 'ServiceDown', system: 'gt' }, 'critical', 1],
      [{ alertname: 'ServiceDown', system: 'gt' }, 'default', 1],
      [{ alertname: 'Slow', system: 'gt' }, 'warning', 2],
    ]);
  });
});

describe('a silence', () => {
  const suppressed = async ({ client }: ReturnType<typeof start>) =>
    (await client.alerts({ inhibited: false, active: false })).map(({ labels }) => labels.instance);

  it('silences what it matches until it is expired', async () => {
    const world = start();
    const id = await world.client.createSilence(draft());
    expect(await world.client.silences()).toMatchObject([
      { id, state: 'active', comment: 'planned', endsAt: NOON + HOUR },
    ]);
    expect((await world.client.alerts({ active: false, inhibited: false }))[0]?.silencedBy).toEqual([id]);
    world.clock.now += 60_000;
    await world.client.expireSilence(id);
    expect(await world.client.silences()).toMatchObject([{ id, state: 'expired', endsAt: NOON + 60_000 }]);
    expect(await suppressed(world)).toEqual([]);
  });

  it('begins and ends by itself, and is forgotten five days later', async () => {
    const world = start();
    await world.client.createSilence(draft({ startsAt: NOON + HOUR, endsAt: NOON + 2 * HOUR }));
    const states = [];
    for (const hours of [0, 1, 2]) {
      world.clock.now = NOON + hours * HOUR;
      states.push([(await world.client.silences())[0]?.state, (await suppressed(world)).length]);
    }
    expect(states).toEqual([
      ['pending', 0],
      ['active', 1],
      ['expired', 0],
    ]);
    world.clock.now = NOON + 123 * HOUR;
    expect(await world.client.silences()).toEqual([]);
  });

  it('is extended in place; with other matchers it ends and another begins', async () => {
    const { client, clock } = start();
    const id = await client.createSilence(draft());
    clock.now += 60_000;
    expect(await client.createSilence(draft({ id, endsAt: NOON + 5 * HOUR }))).toBe(id);
    const changed = await client.createSilence(draft({ id, matchers: [matcher('job', 'a.*', true)] }));
    expect(changed).not.toBe(id);
    expect(await client.silences()).toMatchObject([
      { id: changed, state: 'active', startsAt: NOON + 60_000 },
      { id, state: 'expired' },
    ]);
    expect(await client.silences(['job=~"a[.].*"'])).toMatchObject([{ id: changed }]);
  });

  it.each([
    ['a bad regular expression', { matchers: [matcher('a', '(', true)] }, /invalid label matcher 0: .*missing/],
    ['a matcher of all', { matchers: [matcher('a', '.*', true)] }, /at least one matcher must not match/],
    ['no matcher', { matchers: [] }, /at least one matcher required/],
    ['a name that is none', { matchers: [matcher('a b', 'c')] }, /invalid label name/],
    ['an end before its start', { endsAt: NOON - 1 }, /start time must be before/],
    ['no length', { endsAt: NOON }, /start time must be before/],
    ['the past', { startsAt: NOON - HOUR, endsAt: NOON - 1 }, /in the past/],
  ])('is refused: %s', async (_, changes, words) => {
    const failure = await failureOf(start().client.createSilence(draft(changes)));
    expect(failure).toMatchObject({ kind: 'bad-data', detail: expect.stringMatching(words) });
  });

  it('that is not there is not found', async () => {
    const { client } = start();
    const id = '0c9b6c5e-1111-4111-8111-111111111111';
    const said = { status: 404, detail: '"silence not found"' };
    expect(await failureOf(client.expireSilence(id))).toMatchObject(said);
    expect(await failureOf(client.createSilence(draft({ id })))).toMatchObject(said);
  });
});

it('tells its status and receivers', async () => {
  const { client } = start();
  expect(await client.status()).toMatchObject({ version: 'embedded', config: simulatedConfiguration, startedAt: NOON });
  expect(await client.receivers()).toEqual(['default', 'critical', 'warning']);
});

test('fingerprints are of the labels, in whatever order, and of nothing else', () => {
  // Of `echo '' | …`, that is FNV-1a's start, and Prometheus's own test of `{}`.
  expect(fingerprintOf({})).toBe('cbf29ce484222325');
  const labels = fc.dictionary(fc.string(), fc.string());
  fc.assert(
    fc.property(
      labels,
      (set) => fingerprintOf(set) === fingerprintOf(Object.fromEntries(Object.entries(set).reverse())),
    ),
  );
});

test('its routes and inhibition are the shipped ones', () => {
  const shipped = parse(readFileSync(resolve('deploy/alertmanager/alertmanager.yml'), 'utf8'));
  const own = parse(simulatedConfiguration);
  const { group_wait, group_interval, repeat_interval, ...route } = shipped.route;
  expect(own.route).toEqual(route);
  expect(own.inhibit_rules).toEqual(shipped.inhibit_rules);
  expect(own.receivers).toEqual(shipped.receivers.map(({ name }: { name: string }) => ({ name })));
  expect(
    readConfiguration(simulatedConfiguration)
      .routesOf({})
      .map(({ receiver }) => receiver),
  ).toEqual(['default']);
});
