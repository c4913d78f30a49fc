import { describe, expect, test } from 'vitest';
import { am, bare, here, json, pg, reload, SILENCE_ID, silence, writeHost } from '../testing.ts';

const setUp = writeHost();

const group = `${pg}/metrics/job/a/instance/b%20c`;
const writes = [
  ['making a silence', 'POST', `${am}/silences`, { payload: silence }, '/prefix/api/v2/silences', 'operator'],
  ['expiring one', 'DELETE', `${am}/silence/${SILENCE_ID}`, {}, `/prefix/api/v2/silence/${SILENCE_ID}`, 'operator'],
  ['reloading', 'POST', reload, {}, '/prefix/-/reload', 'administrator'],
  ['deleting a group', 'DELETE', group, {}, '/prefix/metrics/job/a/instance/b%20c', 'administrator'],
] as const;
const ranks = ['viewer', 'operator', 'administrator'];

test.each(writes)('%s is passed on', async (name, method, url, more, asked) => {
  const { upstream, app } = await setUp(name === 'making a silence' ? json('{"silenceID":"x"}') : bare(200));
  // What stands behind the ? of a write goes nowhere.
  const reply = await app.inject({ method, url: `${url}?a=b`, headers: { ...here, cookie: 'a=b' }, ...more });
  expect(reply.statusCode).toBe(200);
  expect(upstream.received).toMatchObject([{ method, url: asked }]);
  expect(upstream.received[0]?.headers).not.toHaveProperty('cookie');
  expect(upstream.received[0]?.body).toBe('payload' in more ? JSON.stringify(silence) : '');
});

test.each(
  writes.flatMap(([name, method, url, more, , needed]) =>
    ranks.map((role) => ({ name, method, url, more, needed, role })),
  ),
)('$name as $role', async ({ method, url, more, needed, role }) => {
  const { upstream, app, audit } = await setUp(json('{}'), role);
  const reply = await app.inject({ method, url, headers: here, ...more });
  const isAllowed = ranks.indexOf(role) >= ranks.indexOf(needed);
  expect(upstream.received).toHaveLength(isAllowed ? 1 : 0);
  expect(audit()).toHaveLength(1);
  if (isAllowed) return;
  expect(reply.statusCode).toBe(403);
  expect(reply.json()).toEqual({
    status: 'error',
    errorType: 'role_needed',
    error: `The role ${needed} is needed; this Mirante runs with the role ${role}: set MIRANTE_ROLE.`,
  });
  expect(audit()).toMatchObject([{ role, method, status: 403, body: null }]);
});

test.each<[string, Record<string, string>, boolean]>([
  ['this origin', { 'sec-fetch-site': 'same-origin' }, true],
  ['the address bar', { 'sec-fetch-site': 'none' }, true],
  ['another site', { 'sec-fetch-site': 'cross-site' }, false],
  ['a sibling', { 'sec-fetch-site': 'same-site' }, false],
  ['another site that is called as we are', { 'sec-fetch-site': 'cross-site', origin: 'http://m:8080' }, false],
  ['our origin, of a browser that says no more', { origin: 'http://m:8080' }, true],
  ['our origin, through a proxy with TLS', { origin: 'https://M:8080' }, true],
  ['another origin', { origin: 'http://evil' }, false],
  ['another port', { origin: 'http://m:8081' }, false],
  ['a frame without an origin', { origin: 'null' }, false],
  ['nothing said', {}, false],
])('asked by %s', async (_name, headers, isAllowed) => {
  const { upstream, app, audit } = await setUp(bare(200), 'administrator', 'm');
  for (const [, method, url, more] of writes) {
    const reply = await app.inject({ method, url, headers: { host: 'm:8080', ...headers }, ...more });
    expect(reply.body.includes('cross_origin')).toBe(!isAllowed);
  }
  expect(upstream.received).toHaveLength(isAllowed ? writes.length : 0);
  expect(audit()).toHaveLength(writes.length);
});

test.each([
  ['a form for a silence', `${am}/silences`, 'application/x-www-form-urlencoded', 'a=b', 415, 'wrong_content_type'],
  ['plain text for a silence', `${am}/silences`, 'text/plain', JSON.stringify(silence), 415, 'wrong_content_type'],
  ['broken JSON', `${am}/silences`, 'application/json', '{', 400, 'bad_data'],
  ['a silence without matchers', `${am}/silences`, 'application/json', '{}', 400, 'bad_data'],
  [
    'a key told twice',
    `${am}/silences`,
    'application/json',
    JSON.stringify({ ...silence, Comment: 'x' }),
    400,
    'bad_data',
  ],
  ['too much', `${am}/silences`, 'application/json', `"${'x'.repeat(64 * 1024)}"`, 413, 'body_too_large'],
  ['a form for a reload', reload, 'application/x-www-form-urlencoded', '', 415, 'wrong_content_type'],
  ['a body for a reload', reload, 'application/json', '{}', 415, 'wrong_content_type'],
])('%s is refused', async (_name, url, type, payload, status, errorType) => {
  const { upstream, app, audit } = await setUp(json('{}'));
  const reply = await app.inject({ method: 'POST', url, headers: { ...here, 'content-type': type }, payload });
  expect([reply.statusCode, reply.json().errorType]).toEqual([status, errorType]);
  expect(upstream.received).toEqual([]);
  expect(audit()).toMatchObject([{ status, body: null }]);
});

describe('what is not passed on', () => {
  test.each([
    ['posting alerts', 'POST', `${am}/alerts`, 405],
    ["the Alertmanager's reload", 'POST', '/api/am/alertmanager/-/reload', 404],
    ["the Alertmanager's pages", 'GET', '/api/am/alertmanager/', 404],
    ["the Alertmanager's old API", 'GET', '/api/am/alertmanager/api/v1/alerts', 404],
    ['a way out', 'GET', `${am}/alerts/..%2f..%2fdebug`, 404],
    ['a silence of another name', 'DELETE', `${am}/silence/..`, 404],
    ['a silence with more behind it', 'DELETE', `${am}/silence/${SILENCE_ID}%2f..`, 404],
    ['all silences', 'DELETE', `${am}/silences`, 405],
    ['changing a silence in place', 'PUT', `${am}/silence/${SILENCE_ID}`, 405],
    ['pushing', 'PUT', `${pg}/metrics/job/a`, 405],
    ['pushing more', 'POST', `${pg}/metrics/job/a`, 405],
    ['wiping', 'PUT', `${pg}/api/v1/admin/wipe`, 404],
    ['ending it', 'PUT', `${pg}/-/quit`, 404],
    ['deleting all', 'DELETE', `${pg}/metrics`, 405],
    ['reading a group', 'GET', `${pg}/metrics/job/a`, 405],
    ['an unknown Alertmanager', 'GET', '/api/am/nope/api/v2/alerts', 404],
    ['an unknown Pushgateway', 'GET', '/api/pg/nope/metrics', 404],
    ['reloading by reading', 'GET', reload, 405],
  ] as const)('%s', async (_name, method, url, status) => {
    const { upstream, app } = await setUp(json('[]'));
    const reply = await app.inject({ method, url, headers: here });
    expect(reply.json()).toMatchObject({ status: 'error', error: expect.any(String) });
    expect(reply.statusCode).toBe(status);
    expect(upstream.received).toEqual([]);
  });
});
