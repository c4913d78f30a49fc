import type { RequestListener } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { startGateway, startUpstream } from './testing.ts';

const SECRET = 'hunter2-very-secret';
const opened: { close(): Promise<unknown> }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

const json =
  (body: string, status = 200): RequestListener =>
  (_request, response) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(body);
const bare =
  (status: number, body = '', type = ''): RequestListener =>
  (_request, response) =>
    response.writeHead(status, type === '' ? {} : { 'content-type': type }).end(body);

/** A gateway with one upstream as data source, Alertmanager and Pushgateway. */
async function setUp(answer: RequestListener, role = 'administrator', hosts = '') {
  const upstream = await startUpstream(answer);
  const url = `http://ann:${SECRET}@${upstream.host}/prefix`;
  const servers = { PROMETHEUS_URL: url, ALERTMANAGER_URL: url, PUSHGATEWAY_URL: url };
  // The audit log does not heed the level.
  const { app, log } = await startGateway({ ...servers, MIRANTE_ROLE: role, MIRANTE_HOSTS: hosts, LOG_LEVEL: 'fatal' });
  opened.push(app, upstream);
  const audit = () => log.map((line) => JSON.parse(line)).filter(({ name }) => name === 'audit');
  return { upstream, app, log, audit };
}

const ID = '28c922fe-f1c0-4483-900f-9f4ae057a0eb';
const am = '/api/am/alertmanager/api/v2';
const pg = '/api/pg/pushgateway';
const reload = '/api/ds/prometheus/-/reload';
const here = { 'sec-fetch-site': 'same-origin' };
const silence = {
  matchers: [
    { name: 'alertname', value: 'A "b"', isRegex: false, isEqual: true },
    { name: 'job', value: 'x|y', isRegex: true, isEqual: false },
  ],
  startsAt: '2026-01-01T00:00:00.000Z',
  endsAt: '2026-01-01T01:00:00.000Z',
  createdBy: 'ann',
  comment: 'planned',
};

describe('reads', () => {
  test.each([
    [`${am}/alerts?filter=a%3D%22b%22&active=true`, '/prefix/api/v2/alerts?filter=a%3D%22b%22&active=true'],
    [`${am}/alerts/groups`, '/prefix/api/v2/alerts/groups'],
    [`${am}/silences`, '/prefix/api/v2/silences'],
    [`${am}/silence/${ID}`, `/prefix/api/v2/silence/${ID}`],
    [`${am}/receivers`, '/prefix/api/v2/receivers'],
    [`${pg}/api/v1/metrics`, '/prefix/api/v1/metrics'],
    [`${pg}/api/v1/status`, '/prefix/api/v1/status'],
  ])('anyone may: %s', async (url, asked) => {
    const { upstream, app, audit } = await setUp(json('[]'), 'viewer');
    const reply = await app.inject(url);
    expect([reply.statusCode, reply.body]).toEqual([200, '[]']);
    expect(upstream.received).toMatchObject([{ method: 'GET', url: asked }]);
    expect(upstream.received[0]?.headers.authorization).toMatch(/^Basic /);
    expect(audit()).toEqual([]);
  });

  test('the status of an Alertmanager, its configuration masked, or nothing of it', async () => {
    const original = 'receivers: [{ name: a, webhook_configs: [{ url: "http://hooks.example/hunter2" }] }]';
    const status = JSON.stringify({ config: { original }, uptime: 'x' });
    const { upstream, app } = await setUp(json(status), 'viewer');
    const reply = await app.inject({ url: `${am}/status`, headers: { 'accept-encoding': 'gzip' } });
    expect(reply.json()).toMatchObject({ config: { original: expect.stringContaining('hooks.example/<secret>') } });
    expect(upstream.received).toMatchObject([
      { url: '/prefix/api/v2/status', headers: { 'accept-encoding': 'identity' } },
    ]);
    const { app: odd } = await setUp(json('{"config":"hunter2"}'), 'viewer');
    expect((await odd.inject(`${am}/status`)).json()).toMatchObject({ errorType: 'upstream_not_prometheus' });
  });

  test("the Pushgateway's metrics as text, and never as a page", async () => {
    const { app } = await setUp(bare(200, 'up 1\n', 'text/plain; version=0.0.4'), 'viewer');
    expect((await app.inject(`${pg}/metrics`)).body).toBe('up 1\n');
    const { app: other } = await setUp(bare(200, '<script>', 'text/html'), 'viewer');
    expect((await other.inject(`${pg}/metrics`)).json()).toMatchObject({ errorType: 'upstream_not_prometheus' });
  });

  test('the browser is told what there is, and what it may do', async () => {
    const { app } = await setUp(json('[]'), 'operator');
    expect((await app.inject('/api/config')).json()).toMatchObject({
      role: 'operator',
      watchdog: null,
      alertmanagers: [{ id: 'alertmanager', name: 'Alertmanager', dataSource: null }],
      pushgateways: [{ id: 'pushgateway', name: 'Pushgateway', dataSource: null }],
    });
  });
});

const group = `${pg}/metrics/job/a/instance/b%20c`;
const writes = [
  ['making a silence', 'POST', `${am}/silences`, { payload: silence }, '/prefix/api/v2/silences', 'operator'],
  ['expiring one', 'DELETE', `${am}/silence/${ID}`, {}, `/prefix/api/v2/silence/${ID}`, 'operator'],
  ['reloading', 'POST', reload, {}, '/prefix/-/reload', 'administrator'],
  ['deleting a group', 'DELETE', group, {}, '/prefix/metrics/job/a/instance/b%20c', 'administrator'],
] as const;
const ranks = ['viewer', 'operator', 'administrator'];

describe('writes', () => {
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
});

describe('what is not passed on', () => {
  test.each([
    ['posting alerts', 'POST', `${am}/alerts`, 405],
    ["the Alertmanager's reload", 'POST', '/api/am/alertmanager/-/reload', 404],
    ["the Alertmanager's pages", 'GET', '/api/am/alertmanager/', 404],
    ["the Alertmanager's old API", 'GET', '/api/am/alertmanager/api/v1/alerts', 404],
    ['a way out', 'GET', `${am}/alerts/..%2f..%2fdebug`, 404],
    ['a silence of another name', 'DELETE', `${am}/silence/..`, 404],
    ['a silence with more behind it', 'DELETE', `${am}/silence/${ID}%2f..`, 404],
    ['all silences', 'DELETE', `${am}/silences`, 405],
    ['changing a silence in place', 'PUT', `${am}/silence/${ID}`, 405],
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

describe('groups of a Pushgateway', () => {
  test.each([
    ['job/a', 'job/a', '{job="a"}'],
    ['job@base64/YS9i', 'job@base64/YS9i', '{job="a/b"}'],
    ['job/a/path@base64/L3Zhci90bXA', 'job/a/path@base64/L3Zhci90bXA', '{job="a", path="/var/tmp"}'],
    ['job/a/empty@base64/=', 'job/a/empty@base64/=', '{job="a", empty=""}'],
    ['job%40base64/YQ%3D%3D', 'job@base64/YQ==', '{job="a"}'],
    ['job/%C3%A9%3F%23', 'job/%C3%A9%3F%23', '{job="é?#"}'],
  ])('%s is understood', async (path, asked, what) => {
    const { upstream, app, audit } = await setUp(bare(202));
    const reply = await app.inject({ method: 'DELETE', url: `${pg}/metrics/${path}`, headers: here });
    expect(reply.statusCode).toBe(202);
    expect(upstream.received).toMatchObject([{ method: 'DELETE', url: `/prefix/metrics/${asked}` }]);
    expect(audit()).toMatchObject([{ what: `delete the group ${what}`, server: 'pg/pushgateway', status: 202 }]);
  });

  test.each([
    ['an encoded slash', 'job/a%2Fb'],
    ['a way out', 'job/a/b/%2e%2e%2f%2e%2e'],
    ['a label without a value', 'job/a/b'],
    ['an empty value', 'job/a/b/'],
    ['no job first', 'instance/a'],
    ['an empty job', 'job@base64/='],
    ['a label twice', 'job/a/job@base64/Yg'],
    ['a reserved label', 'job/a/__name__/b'],
    ['an odd label', 'job/a/b-c/d'],
    ['the wrong base64', 'job@base64/a+b'],
    ['a slash in base64', 'job@base64/a%2Fb'],
  ])('%s is refused', async (_name, path) => {
    const { upstream, app } = await setUp(bare(202));
    const reply = await app.inject({ method: 'DELETE', url: `${pg}/metrics/${path}`, headers: here });
    expect([reply.statusCode, reply.json().errorType]).toEqual([400, 'bad_data']);
    expect(upstream.received).toEqual([]);
  });
});

describe('what the server says', () => {
  const make = { method: 'POST', url: `${am}/silences`, headers: here, payload: silence } as const;
  const expire = { method: 'DELETE', url: `${am}/silence/${ID}`, headers: here } as const;
  const again = { method: 'POST', url: reload, headers: here } as const;
  test.each([
    ['a text', make, json(`"bad regexp near ${SECRET}"`, 400), 400, 'bad_data', 'bad regexp near ***'],
    ['a code', make, json('{"code":612,"message":"no matchers"}', 422), 422, 'bad_data', 'no matchers'],
    ['an unknown silence', expire, json('"silence not found"', 500), 500, 'upstream_error', 'silence not found'],
    [
      'a broken file',
      again,
      bare(500, 'failed to reload config\n', 'text/plain; charset=utf-8'),
      500,
      'upstream_error',
      'failed to reload config',
    ],
    [
      'no lifecycle',
      again,
      bare(403, 'Lifecycle API is not enabled.', 'text/plain; charset=utf-8'),
      403,
      'not_allowed',
      'Lifecycle API is not enabled.',
    ],
  ] as const)('%s', async (_name, request, answer, status, errorType, error) => {
    const { app, audit } = await setUp(answer);
    const reply = await app.inject(request);
    expect(reply.json()).toEqual({ status: 'error', errorType, error });
    expect(reply.statusCode).toBe(status);
    expect(audit()).toMatchObject([{ status }]);
  });

  test.each([
    [
      'a login page',
      make,
      bare(200, '<html>', 'text/html'),
      'upstream_not_prometheus',
      /like an Alertmanager: .*ALERTMANAGER_URL/,
    ],
    [
      'a login page at a reload',
      again,
      bare(200, '<html>', 'text/html'),
      'upstream_not_prometheus',
      /like a Prometheus/,
    ],
    [
      'nothing of this name',
      again,
      bare(404, '404 page not found', 'text/plain'),
      'upstream_not_prometheus',
      /HTTP 404/,
    ],
    ['no entry', expire, json('"no"', 401), 'upstream_unauthorized', /refuses the credentials/],
    ['no connection', make, (request) => request.socket.destroy(), 'upstream_unreachable', /broke the connection off/],
  ] as const satisfies readonly (readonly [string, object, RequestListener, string, RegExp])[])(
    '%s',
    async (_name, request, answer, errorType, error) => {
      const { app, audit, log } = await setUp(answer);
      const reply = await app.inject(request);
      expect(reply.json()).toMatchObject({ errorType, error: expect.stringMatching(error) });
      expect(reply.statusCode).toBe(502);
      expect(audit()).toMatchObject([{ status: 502 }]);
      expect(log.join('') + reply.body).not.toContain(SECRET);
    },
  );
});

describe('the audit log', () => {
  test('has who, what, where and how it ended', async () => {
    const { app, audit } = await setUp(json('{"silenceID":"x"}'), 'operator');
    await app.inject({ method: 'POST', url: `${am}/silences`, headers: here, payload: { id: ID, ...silence } });
    const { startsAt, endsAt, createdBy, comment } = silence;
    expect(audit()).toMatchObject([
      {
        time: expect.any(Number),
        role: 'operator',
        remote: '127.0.0.1',
        method: 'POST',
        what: 'make or change a silence',
        server: 'am/alertmanager',
        body: { id: ID, matchers: ['alertname="A \\"b\\""', 'job!~"x|y"'], startsAt, endsAt, createdBy, comment },
        status: 200,
      },
    ]);
  });

  test('stays short, on one line', async () => {
    const { app, log } = await setUp(json('{"silenceID":"x"}'), 'operator');
    const comment = `a\nb${'x'.repeat(10_000)}`;
    await app.inject({ method: 'POST', url: `${am}/silences`, headers: here, payload: { ...silence, comment } });
    expect(log).toHaveLength(1);
    expect(log[0]?.length).toBeLessThan(1500);
    expect(log[0]?.trimEnd()).not.toContain('\n');
  });

  test('has the write of a viewer who has left', async () => {
    let answer = () => {};
    const { app, audit, upstream } = await setUp((_request, response) => {
      answer = () => response.writeHead(200, { 'content-type': 'application/json' }).end('{"silenceID":"x"}');
    });
    const address = await app.listen({ host: '127.0.0.1', port: 0 });
    const viewer = new AbortController();
    const headers = { origin: address, 'content-type': 'application/json' };
    const init = { method: 'POST', headers, body: JSON.stringify(silence), signal: viewer.signal };
    const reply = fetch(`${address}${am}/silences`, init);
    await expect.poll(() => upstream.received.length).toBe(1);
    viewer.abort();
    await expect(reply).rejects.toThrow('aborted');
    answer();
    await expect.poll(audit).toMatchObject([{ status: 200 }]);
  });
});

test('a write makes the next read ask anew, and only of that server', async () => {
  const { upstream, app } = await setUp((request, response) => {
    const body = request.url?.includes('/v2/') ? '[]' : '{"status":"success","data":[]}';
    response
      .writeHead(200, { 'content-type': 'application/json', 'content-length': body.length })
      .end(request.method === 'DELETE' ? undefined : body);
  });
  const asked = async (url: string) => {
    const before = upstream.received.length;
    await app.inject(url);
    return upstream.received.length - before;
  };
  const silences = `${am}/silences`;
  const metrics = `${pg}/api/v1/metrics`;
  expect([await asked(silences), await asked(silences), await asked(metrics)]).toEqual([1, 0, 1]);
  await app.inject({ method: 'POST', url: `${am}/silences`, headers: here, payload: silence });
  expect([await asked(silences), await asked(metrics)]).toEqual([1, 0]);
});
