import { describe, expect, it, test } from 'vitest';
import { failureOf, fakeFetch } from '../prometheus/testing.ts';
import { type AlertmanagerClient, createAlertmanagerClient } from './client.ts';

const ID = '28c922fe-f1c0-4483-900f-9f4ae057a0eb';
const NOON = Date.parse('2026-01-01T12:00:00.123Z');
const noon = '2026-01-01T12:00:00.123456789Z';

const alert = {
  annotations: { summary: 's' },
  endsAt: noon,
  fingerprint: 'ad40aa39e09fa333',
  receivers: [{ name: 'critical' }, { name: 'default' }],
  startsAt: noon,
  status: { inhibitedBy: [], silencedBy: [ID], state: 'suppressed' },
  updatedAt: noon,
  generatorURL: 'http://p/g',
  labels: { alertname: 'X', job: 'a/b' },
};
const heldAlert = {
  fingerprint: 'ad40aa39e09fa333',
  labels: { alertname: 'X', job: 'a/b' },
  annotations: { summary: 's' },
  state: 'suppressed',
  silencedBy: [ID],
  inhibitedBy: [],
  receivers: ['critical', 'default'],
  startsAt: NOON,
  endsAt: NOON,
  updatedAt: NOON,
  generatorURL: 'http://p/g',
};
const matchers = [{ name: 'alertname', value: 'X', isRegex: false, isEqual: true }];
const silence = { id: ID, comment: 'c', createdBy: 'a', startsAt: noon, endsAt: noon, updatedAt: noon, matchers };
const decoded = { ...silence, startsAt: NOON, endsAt: NOON, updatedAt: NOON, state: 'active' };
const status = {
  cluster: { peers: [], status: 'disabled' },
  config: { original: 'route: {}\n' },
  uptime: noon,
  versionInfo: { branch: 'b', buildDate: 'd', buildUser: 'u', goVersion: 'g', revision: 'r', version: '0.25.0' },
};

function clientOf(answer: Response) {
  const { fetch, sent } = fakeFetch(answer);
  return { client: createAlertmanagerClient({ baseUrl: 'http://am.test/prefix/', fetch }), sent };
}

type Call = (client: AlertmanagerClient) => Promise<unknown>;

describe('what is asked, and what is understood', () => {
  test.each<[string, Call, unknown, string, unknown]>([
    ['alerts', (c) => c.alerts(), [alert], 'GET alerts', [heldAlert]],
    [
      'a selection of alerts',
      (c) => c.alerts({ filter: ['a="b c"', 'd=~"e"'], silenced: false, receiver: 'x.*' }),
      [],
      'GET alerts?filter=a%3D%22b+c%22&filter=d%3D%7E%22e%22&silenced=false&receiver=x.*',
      [],
    ],
    [
      'groups',
      (c) => c.alertGroups(),
      [{ alerts: [alert], labels: { alertname: 'X' }, receiver: { name: 'critical' } }],
      'GET alerts/groups',
      [{ labels: { alertname: 'X' }, receiver: 'critical', alerts: [heldAlert] }],
    ],
    ['silences', (c) => c.silences(), [{ ...silence, status: { state: 'active' } }], 'GET silences', [decoded]],
    [
      'a silence of before 0.22',
      (c) => c.silences(['a="b"']),
      [{ ...silence, matchers: [{ name: 'a', value: 'b', isRegex: true }], status: { state: 'expired' } }],
      'GET silences?filter=a%3D%22b%22',
      [{ ...decoded, state: 'expired', matchers: [{ name: 'a', value: 'b', isRegex: true, isEqual: true }] }],
    ],
    [
      'status',
      (c) => c.status(),
      status,
      'GET status',
      {
        cluster: { name: '', status: 'disabled', peers: [] },
        version: '0.25.0',
        revision: 'r',
        config: 'route: {}\n',
        startedAt: NOON,
      },
    ],
    ['receivers', (c) => c.receivers(), [{ name: 'a' }, { name: 'b' }], 'GET receivers', ['a', 'b']],
  ])('%s', async (_name, call, reply, asked, expected) => {
    const { client, sent } = clientOf(Response.json(reply));
    expect(await call(client)).toEqual(expected);
    expect(sent.map(({ method, url }) => `${method} ${url.replace('http://am.test/prefix/api/v2/', '')}`)).toEqual([
      asked,
    ]);
  });

  it('makes a silence', async () => {
    const { client, sent } = clientOf(Response.json({ silenceID: ID }));
    const draft = { matchers, createdBy: 'ann', comment: 'c', startsAt: NOON, endsAt: NOON + 1000 };
    expect(await client.createSilence(draft)).toBe(ID);
    expect(sent).toMatchObject([{ method: 'POST', url: 'http://am.test/prefix/api/v2/silences' }]);
    expect(sent[0]?.headers.get('content-type')).toBe('application/json');
    expect(JSON.parse(sent[0]?.body ?? '')).toEqual({
      matchers,
      createdBy: 'ann',
      comment: 'c',
      startsAt: '2026-01-01T12:00:00.123Z',
      endsAt: '2026-01-01T12:00:01.123Z',
    });
  });

  it('expires a silence', async () => {
    const { client, sent } = clientOf(new Response(null, { status: 200 }));
    expect(await client.expireSilence(ID)).toBeUndefined();
    expect(sent).toMatchObject([{ method: 'DELETE', url: `http://am.test/prefix/api/v2/silence/${ID}`, body: '' }]);
  });
});

describe('what goes wrong', () => {
  const gateway = (errorType: string, error: string, code: number) =>
    Response.json({ status: 'error', errorType, error }, { status: code });
  test.each([
    ['its role', gateway('role_needed', 'The role operator is needed', 403), 'http', 'The role operator is needed'],
    ['another page', gateway('cross_origin', 'Only pages of this Mirante', 403), 'http', 'Only pages of this Mirante'],
    ['its own error', gateway('bad_data', 'bad regexp', 400), 'bad-data', 'bad regexp'],
    ['no connection', gateway('upstream_unreachable', 'nothing listens', 502), 'network', 'nothing listens'],
    [
      'a page',
      new Response('<title>Sign in</title>', { headers: { 'content-type': 'text/html' } }),
      'not-prometheus',
      'text/html: Sign in',
    ],
  ])('%s', async (_name, answer, kind, detail) => {
    expect(await failureOf(clientOf(answer).client.silences())).toMatchObject({ kind, detail });
  });

  test.each<[string, Call, unknown, string]>([
    ['no list', (c) => c.alerts(), {}, ''],
    ['an odd state', (c) => c.alerts(), [{ ...alert, status: { state: 'odd' } }], '0.status.state'],
    ['no time', (c) => c.alerts(), [{ ...alert, startsAt: 'soon' }], '0.startsAt'],
    [
      'the year 1',
      (c) => c.silences(),
      [{ ...silence, endsAt: '0001-01-01T00:00:00Z', status: { state: 'active' } }],
      '0.endsAt',
    ],
    ['a group without alerts', (c) => c.alertGroups(), [{ labels: {}, receiver: 'a' }], '0.receiver'],
    [
      'no id',
      (c) => c.createSilence({ matchers, createdBy: '', comment: '', startsAt: 0, endsAt: 1 }),
      {},
      'silenceID',
    ],
    ['no version', (c) => c.status(), { ...status, versionInfo: {} }, 'versionInfo.version'],
    ['receivers as texts', (c) => c.receivers(), ['a'], '0'],
  ])('a malformed reply: %s', async (_name, call, reply, path) => {
    expect(await failureOf(call(clientOf(Response.json(reply)).client))).toMatchObject({ kind: 'malformed', path });
  });

  it('is told of its end', async () => {
    const signal = AbortSignal.abort();
    expect(await failureOf(clientOf(Response.json([])).client.alerts({}, signal))).toMatchObject({ kind: 'aborted' });
  });
});
