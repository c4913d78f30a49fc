import type { RequestListener } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { afterEach, describe, expect, test } from 'vitest';
import { startGateway, startUpstream, type TestUpstream } from '../testing.ts';

const SECRET = 'hunter2-very-secret';
const good = JSON.stringify({ status: 'success', data: { resultType: 'vector', result: [] } });

const opened: { close(): Promise<unknown> }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

const json = (status: number, body: string, headers: Record<string, string> = {}): RequestListener => {
  return (_request, response) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
};
const other = (status: number, type: string, body: string): RequestListener => {
  return (_request, response) => response.writeHead(status, { 'content-type': type }).end(body);
};

async function setUp(
  answer: RequestListener,
  prefix = '',
): Promise<{ upstream: TestUpstream; app: FastifyInstance; log: string[] }> {
  const upstream = await startUpstream(answer);
  const gateway = await startGateway({ PROMETHEUS_URL: `http://ann:${SECRET}@${upstream.host}${prefix}` });
  opened.push(gateway.app, upstream);
  return { upstream, ...gateway };
}

const form = { 'content-type': 'application/x-www-form-urlencoded' };

describe('what is passed on', () => {
  test.each([
    ['GET', '/query?query=up&time=1.5'],
    ['POST', '/query_range'],
    ['GET', '/label/job/values?match[]=up'],
    ['GET', '/status/buildinfo'],
    ['GET', '/targets?state=active'],
  ] as const)('%s %s', async (method, path) => {
    const { upstream, app } = await setUp(json(200, good), '/prefix/');
    const payload = method === 'POST' ? { headers: form, payload: 'query=up%7B%7D&step=15' } : {};
    const reply = await app.inject({ method, url: `/api/ds/prometheus/api/v1${path}`, ...payload });
    expect(reply.statusCode).toBe(200);
    expect(reply.body).toBe(good);
    expect(upstream.received).toMatchObject([{ method, url: `/prefix/api/v1${path}` }]);
    expect(upstream.received[0]?.body).toBe(method === 'POST' ? 'query=up%7B%7D&step=15' : '');
  });

  test('of the headers, only credentials and what HTTP needs go up, and only three come back', async () => {
    const leaky = {
      'set-cookie': 'session=1',
      server: 'secret-host',
      'x-upstream': 'internal',
      'cache-control': 'max-age=5',
    };
    const { upstream, app } = await setUp(json(200, good, leaky));
    const headers = {
      cookie: 'a=b',
      authorization: 'Bearer theirs',
      'x-forwarded-for': '1.2.3.4',
      'x-scope-orgid': 'other',
    };
    const reply = await app.inject({ url: '/api/ds/prometheus/api/v1/query?query=1', headers });
    const basic = Buffer.from(`ann:${SECRET}`).toString('base64');
    expect(upstream.received[0]?.headers).toEqual({
      accept: 'application/json',
      'accept-encoding': 'identity',
      authorization: `Basic ${basic}`,
      host: upstream.host,
      connection: 'keep-alive',
    });
    expect(reply.headers).toMatchObject({ 'content-type': 'application/json', 'cache-control': 'max-age=5' });
    for (const name of Object.keys(leaky).filter((name) => name !== 'cache-control')) {
      expect(reply.headers).not.toHaveProperty(name);
    }
  });

  test('a compressed answer stays compressed', async () => {
    const { upstream, app } = await setUp((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end(gzipSync(good));
    });
    const headers = { 'accept-encoding': 'br, gzip, zstd' };
    const reply = await app.inject({ url: '/api/ds/prometheus/api/v1/query?query=1', headers });
    expect(upstream.received[0]?.headers['accept-encoding']).toBe('gzip');
    expect(reply.headers['content-encoding']).toBe('gzip');
    expect(reply.rawPayload).toEqual(gzipSync(good));
  });
});

describe('what is refused', () => {
  const url = '/api/ds/prometheus/api/v1';
  test.each([
    ['admin', 'POST', `${url}/admin/tsdb/delete_series`, {}, 403, 'not_allowed'],
    ['remote write', 'POST', `${url}/write`, {}, 403, 'not_allowed'],
    ['a way out of the path', 'GET', `${url}/label/../../../-/quit/values`, {}, 404, 'not_found'],
    ['an escaped way out', 'GET', `${url}/label/%2e%2e%2fadmin/values`, {}, 403, 'not_allowed'],
    ['a way out as a label', 'GET', `${url}/label/%2e%2e/values`, {}, 403, 'not_allowed'],
    ['a property of all objects', 'GET', `${url}/constructor`, {}, 403, 'not_allowed'],
    ['deleting', 'DELETE', `${url}/series`, {}, 405, 'not_allowed'],
    ['posting to what is only read', 'POST', `${url}/rules`, {}, 405, 'not_allowed'],
    ['lifecycle', 'POST', '/api/ds/prometheus/-/reload', {}, 403, 'role_needed'],
    ['ending it', 'POST', '/api/ds/prometheus/-/quit', {}, 404, 'not_found'],
    ['another API', 'GET', '/api/ds/prometheus/api/v2/alerts', {}, 404, 'not_found'],
    ['an unknown data source', 'GET', '/api/ds/nope/api/v1/query', {}, 404, 'no_such_data_source'],
    [
      'a large body',
      'POST',
      `${url}/query`,
      { headers: form, payload: 'x'.repeat(1024 * 1024 + 1) },
      413,
      'body_too_large',
    ],
    ['a JSON body', 'POST', `${url}/query`, { payload: { query: 'up' } }, 415, 'wrong_content_type'],
    ['a long query string', 'GET', `${url}/query?query=${'x'.repeat(16 * 1024)}`, {}, 414, 'query_too_long'],
  ] as const)('%s', async (_name, method, path, more, status, errorType) => {
    const { upstream, app } = await setUp(json(200, good));
    const reply = await app.inject({ method, url: path, ...more });
    expect({ status: reply.statusCode, ...reply.json() }).toMatchObject({ status: 'error', errorType });
    expect(reply.statusCode).toBe(status);
    expect(upstream.received).toEqual([]);
  });
});

const html = '<html>Sign in</html>';
const promError = (error: string) => JSON.stringify({ status: 'error', errorType: 'bad_data', error, data: null });

describe('what goes wrong upstream', () => {
  test.each<[string, RequestListener, number, string, RegExp]>([
    ['its own error', json(400, promError('parse error: oops')), 400, 'bad_data', /^parse error: oops$/],
    [
      'its own error, compressed',
      (_q, r) => {
        const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
        r.writeHead(422, headers).end(gzipSync(promError('too many samples')));
      },
      422,
      'bad_data',
      /^too many samples$/,
    ],
    [
      'what VictoriaMetrics leaves out',
      other(400, 'text/plain; charset=utf-8', 'remoteAddr: "10.0.0.1:1"; unsupported path requested: "/api/v1/x"'),
      400,
      'not_offered',
      /^unsupported path requested$/,
    ],
    ['starting', other(503, 'text/plain', 'Service Unavailable'), 503, 'unavailable', /not ready to answer yet/],
    [
      'a page',
      other(200, 'text/html; charset=utf-8', html),
      502,
      'upstream_not_prometheus',
      /HTTP 200 with text\/html\. Check that PROMETHEUS_URL/,
    ],
    [
      'no such page',
      other(404, 'text/plain', '404 page not found'),
      502,
      'upstream_not_prometheus',
      /HTTP 404 with text\/plain/,
    ],
    [
      'foreign JSON',
      json(404, '{"message":"Not found"}'),
      502,
      'upstream_not_prometheus',
      /HTTP 404 with application\/json/,
    ],
    ['broken JSON', json(500, '{'), 502, 'upstream_not_prometheus', /HTTP 500/],
    ['endless error', json(500, `"${'x'.repeat(300 * 1024)}"`), 502, 'upstream_not_prometheus', /HTTP 500/],
    [
      'broken compression',
      json(500, 'no gzip', { 'content-encoding': 'gzip' }),
      502,
      'upstream_not_prometheus',
      /HTTP 500/,
    ],
    ["a proxy's 502", other(502, 'text/html', '<h1>Bad Gateway</h1>'), 502, 'upstream_unreachable', /a proxy before/],
    ["a proxy's 504", other(504, 'text/html', '<h1>Timeout</h1>'), 504, 'upstream_timeout', /did not answer in time/],
    ["a proxy's 429", other(429, 'text/plain', 'slow down'), 429, 'too_many_requests', /asked too often/],
    [
      'a redirect',
      (_q, r) => r.writeHead(302, { location: 'http://login.internal/' }).end(),
      502,
      'upstream_not_prometheus',
      /redirects \(HTTP 302\)/,
    ],
    [
      '401',
      other(401, 'text/plain', 'who?'),
      502,
      'upstream_unauthorized',
      /refuses the credentials that go with PROMETHEUS_URL/,
    ],
    ['403', json(403, promError('forbidden')), 502, 'upstream_unauthorized', /HTTP 403/],
    ['not HTTP', (q) => q.socket.end('SSH-2.0-OpenSSH\r\n'), 502, 'upstream_unreachable', /does not speak HTTP/],
    ['breaking off', (q) => q.socket.destroy(), 502, 'upstream_unreachable', /broke the connection off/],
  ])('%s', async (_name, answer, status, errorType, message) => {
    const { app } = await setUp(answer);
    const reply = await app.inject('/api/ds/prometheus/api/v1/query?query=1');
    expect(reply.json()).toEqual({ status: 'error', errorType, error: expect.stringMatching(message) });
    expect(reply.statusCode).toBe(status);
  });

  test('nothing listens', async () => {
    const upstream = await startUpstream(json(200, good));
    await upstream.close();
    const { app } = await startGateway({ PROMETHEUS_URL: `http://${upstream.host}` });
    opened.push(app);
    const reply = await app.inject('/api/ds/prometheus/api/v1/query?query=1');
    const error =
      'Prometheus cannot be reached: nothing listens there. Check PROMETHEUS_URL, and that the server runs.';
    expect(reply.json()).toEqual({ status: 'error', errorType: 'upstream_unreachable', error });
  });

  test('no credentials where some are due', async () => {
    const upstream = await startUpstream(other(401, 'text/html', html));
    const { app } = await startGateway({ PROMETHEUS_URL: `http://${upstream.host}` });
    opened.push(app, upstream);
    const reply = await app.inject('/api/ds/prometheus/api/v1/query?query=1');
    expect(reply.json().error).toMatch(/wants credentials and has none that go with PROMETHEUS_URL/);
  });
});

describe('credentials stay in the gateway', () => {
  const basic = Buffer.from(`ann:${SECRET}`).toString('base64');
  const echo = (status: number, type: string): RequestListener => {
    return (request, response) => {
      const error = `got ${request.headers.authorization} for http://ann:${SECRET}@${request.headers.host}`;
      const headers = { 'content-type': type, 'www-authenticate': error, 'x-echo': error, location: error };
      response.writeHead(status, headers).end(JSON.stringify({ status: 'error', errorType: 'echo', error }));
    };
  };
  test.each<[string, RequestListener]>([
    ['an error that echoes them', echo(400, 'application/json')],
    ['a refusal that echoes them', echo(401, 'application/json')],
    ['a redirect that echoes them', echo(302, 'text/html')],
    ['a page that echoes them', echo(200, 'text/html')],
    ['a content type that echoes them', echo(500, `text/x-${SECRET}`)],
    ['a broken connection', (request) => request.socket.destroy()],
  ])('%s', async (_name, answer) => {
    const { app, log } = await setUp(answer);
    const replies = [
      await app.inject('/api/ds/prometheus/api/v1/query?query=1'),
      await app.inject('/api/ds/prometheus/api/v1/nope'),
      await app.inject('/api/config'),
      await app.inject('/readyz'),
    ];
    for (const { body, headers } of replies) {
      expect(body + JSON.stringify(headers)).not.toContain(SECRET);
      expect(body + JSON.stringify(headers)).not.toContain(basic);
    }
    expect(log).not.toEqual([]);
    expect(log.join('')).not.toContain(SECRET);
    expect(log.join('')).not.toContain(basic);
  });

  test('the browser is told of data sources by id, name and kind only', async () => {
    const { app } = await setUp(json(200, good));
    expect((await app.inject('/api/config')).json()).toEqual({
      dataSources: [{ id: 'prometheus', name: 'Prometheus', kind: 'prometheus' }],
      alertmanagers: [],
      pushgateways: [],
      role: 'viewer',
      watchdog: null,
      grafana: null,
      demo: false,
      version: '1.2.3',
    });
  });
});
