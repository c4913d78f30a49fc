import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAlertmanager } from '../../mocks/alertmanager/alertmanager.ts';
import { simulatedConfiguration } from '../../mocks/alertmanager/configuration.ts';
import { startAlertmanager } from '../lab/alertmanager.ts';
import type { RunningTarget } from '../lab/running.ts';

/** The embedded Alertmanager against the real one: the same alerts, the same calls, the same answers. */
let real: RunningTarget;
let ask: readonly ((method: string, path: string, body?: unknown) => Promise<{ status: number; body: unknown }>)[];

const startsAt = Date.now() - 600_000;
const firing = [
  { alertname: 'ServiceDown', severity: 'critical', system: 'gt', job: 'api', instance: 'a' },
  { alertname: 'Slow', severity: 'warning', system: 'gt', job: 'api', instance: 'a' },
  { alertname: 'Slow', severity: 'warning', system: 'gt', job: 'api', instance: 'b' },
  { alertname: 'Odd', severity: 'info', path: '/ü "x"\\y' },
].map((labels) => ({ labels, annotations: { summary: 's' }, startsAt, updatedAt: startsAt }));

beforeAll(async () => {
  real = await startAlertmanager(mkdtempSync(join(tmpdir(), 'mirante-alertmanager-')), simulatedConfiguration);
  const respond = createAlertmanager({ firing: async () => firing });
  const calls = [(request: Request) => fetch(request), respond];
  ask = calls.map((call) => async (method, path, body) => {
    const url = `http://${real.address}/api/v2/${path}`;
    const json =
      body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
    const response = await call(new Request(url, { method, ...json }));
    const text = await response.text();
    return { status: response.status, body: text === '' ? null : JSON.parse(text) };
  });
  const alerts = firing.map(({ labels, annotations }) => {
    const times = { startsAt: new Date(startsAt), endsAt: new Date(Date.now() + 3_600_000) };
    return { labels, annotations, ...times };
  });
  expect((await ask[0]?.('POST', 'alerts', alerts))?.status).toBe(200);
});

afterAll(() => real?.stop());

/** Without what must differ: ids, and the moment of the call. */
function comparable(value: unknown, ids: readonly string[]): unknown {
  const text = JSON.stringify(value, (key, inner: unknown) => {
    if (['updatedAt', 'endsAt', 'generatorURL', 'mutedBy'].includes(key)) return undefined;
    return key === 'startsAt' ? Math.round(Date.parse(String(inner)) / 5000) : inner;
  });
  if (text === undefined) return null;
  return JSON.parse(ids.reduce((all, id, i) => all.replaceAll(id, `silence-${i}`), text));
}

const ids: [string[], string[]] = [[], []];
async function both(method: string, path: string, body?: (made: readonly string[]) => unknown) {
  const answers = [];
  for (const [i, one] of ask.entries()) {
    const made = ids[i] ?? [];
    const at = path.replace(/\{(\d)\}/, (_, n: string) => made[Number(n)] ?? '');
    const answer = await one(method, at, body?.(made));
    const id = answer.body !== null && typeof answer.body === 'object' && 'silenceID' in answer.body;
    if (id) made.push(String(Object.values(answer.body ?? {})[0]));
    answers.push({ status: answer.status, body: comparable(answer.body, made) });
  }
  return answers;
}

const at = (minutes: number) => new Date(startsAt + 600_000 + minutes * 60_000).toISOString();
const silence = (changes: object) => ({
  matchers: [{ name: 'instance', value: 'b', isRegex: false, isEqual: true }],
  startsAt: at(0),
  endsAt: at(60),
  createdBy: 'ann',
  comment: 'c',
  ...changes,
});
const matcher = (name: string, value: string, isRegex = false, isEqual = true) => ({ name, value, isRegex, isEqual });

it('knows of the alerts', async () => {
  await expect.poll(async () => (await ask[0]?.('GET', 'alerts'))?.body, { timeout: 10_000 }).toHaveLength(4);
});

describe('reading', () => {
  it.each([
    'alerts',
    'alerts?filter=alertname%3D%22Slow%22',
    'alerts?filter=alertname%3DSlow&filter=instance!~%22a|c%22',
    'alerts?inhibited=false',
    'alerts?active=false',
    'alerts?receiver=crit.*',
    'alerts?receiver=crit',
    'alerts/groups',
    'alerts/groups?receiver=default',
    'receivers',
    'silences',
  ])('%s', async (path) => {
    const [theirs, ours] = await both('GET', path);
    expect(ours).toEqual(theirs);
  });
});

describe('silences', () => {
  it.each([
    ['made', 'POST', 'silences', () => silence({})],
    ['seen on the alerts', 'GET', 'alerts', undefined],
    ['left out', 'GET', 'alerts?silenced=false', undefined],
    ['extended', 'POST', 'silences', ([id]: readonly string[]) => silence({ id, endsAt: at(90) })],
    [
      'given other matchers',
      'POST',
      'silences',
      ([id]: readonly string[]) => silence({ id, matchers: [matcher('job', 'a.+', true)] }),
    ],
    ['listed', 'GET', 'silences', undefined],
    ['one', 'GET', 'silence/{2}', undefined],
    ['filtered', 'GET', 'silences?filter=instance%3D%22b%22', undefined],
    ['ended', 'DELETE', 'silence/{2}', undefined],
    ['listed again', 'GET', 'silences', undefined],
    ['planned', 'POST', 'silences', () => silence({ startsAt: at(30) })],
    ['listed with a planned one', 'GET', 'silences', undefined],
  ] as const)('%s', async (_, method, path, body) => {
    const [theirs, ours] = await both(method, path, body);
    expect(ours).toEqual(theirs);
  });

  it('that is not there is not found', async () => {
    const [theirs, ours] = await both('DELETE', 'silence/0c9b6c5e-1111-4111-8111-111111111111');
    expect(ours).toEqual({ status: 404, body: 'silence not found' });
    // Alertmanager 0.25 says 500, later ones 404.
    expect([404, 500]).toContain(theirs?.status);
    expect(theirs?.body).toEqual(ours?.body);
  });

  it.each([
    ['a bad regular expression', { matchers: [matcher('a', '(', true)] }],
    ['a matcher of all', { matchers: [matcher('a', '.*', true)] }],
    ['an end before its start', { endsAt: at(-1) }],
    ['no length', { startsAt: at(60) }],
    ['the past', { startsAt: at(-9), endsAt: at(-8) }],
    ['an id that is not there', { id: '0c9b6c5e-1111-4111-8111-111111111111' }],
  ])('refused: %s', async (_, changes) => {
    const [theirs, ours] = await both('POST', 'silences', () => silence(changes));
    expect(ours?.status).toBe(theirs?.status);
    const [their, our] = [theirs, ours].map((one) => String(one?.body));
    // What is wrong in an expression is said in other words.
    expect(our?.slice(0, 40)).toBe(their?.slice(0, 40));
  });
});
