import { afterEach, describe, expect, it, test, vi } from 'vitest';
import { createPrometheusClient } from './client.ts';
import type { PrometheusErrorKind } from './errors.ts';
import { failureOf, fakeClient, fakeFetch, silence, success } from './testing.ts';

afterEach(() => {
  vi.useRealTimers();
});

const html = (status: number, body: string) =>
  new Response(body, { status, headers: { 'content-type': 'text/html; charset=utf-8' } });
const plain = (status: number, body: string) =>
  new Response(body, { status, headers: { 'content-type': 'text/plain' } });
const problem = (status: number, errorType: string, error: string) =>
  Response.json({ status: 'error', errorType, error }, { status });
const json = (body: string) => new Response(body, { headers: { 'content-type': 'application/json' } });

describe('every failure has its kind, status and the words of the server', () => {
  const page = '<!doctype html><html><head><title>Log in\n to Acme</title></head><body>Hello</body></html>';
  test.each<[what: string, answer: Response, kind: PrometheusErrorKind, detail: string]>([
    ['a bad query', problem(400, 'bad_data', 'parse error'), 'bad-data', 'parse error'],
    ['plain 400', plain(400, 'no such\nthing\n'), 'bad-data', 'no such thing'],
    ['a query that cannot be evaluated', problem(422, 'execution', 'many-to-many'), 'execution', 'many-to-many'],
    ['VictoriaMetrics numbers its types', problem(422, '422', 'too many samples'), 'execution', 'too many samples'],
    ['starting', plain(503, 'Service Unavailable'), 'unavailable', 'Service Unavailable'],
    ['a page of 503', html(503, page), 'unavailable', 'Log in to Acme'],
    ['the server gave the query up', problem(503, 'timeout', 'query timed out'), 'timeout', 'query timed out'],
    ['the server cancelled', problem(503, 'canceled', 'query was canceled'), 'unavailable', 'query was canceled'],
    ['a proxy gave up', html(504, '<h1>504</h1> Gateway   Time-out'), 'timeout', '504 Gateway Time-out'],
    ['a limit', plain(429, 'slow down'), 'too-many-requests', 'slow down'],
    ['no password', plain(401, 'Unauthorized'), 'unauthorized', 'Unauthorized'],
    ['no right', html(403, page), 'unauthorized', 'Log in to Acme'],
    ['the server failed', problem(500, 'internal', 'boom'), 'http', 'boom'],
    ['a proxy failed', html(502, '<html><body><style>b{}</style>Bad Gateway</body></html>'), 'http', 'Bad Gateway'],
    [
      'the query is too large',
      html(413, '<title>413 Request Entity Too Large</title>'),
      'http',
      '413 Request Entity Too Large',
    ],
    ['no such address', plain(404, '404 page not found'), 'not-prometheus', '404 page not found'],
    ['no such page', html(404, '<title>Not found</title>'), 'not-prometheus', 'Not found'],
    ['an unknown data source', problem(404, 'no_such_data_source', 'there is no nope'), 'http', 'there is no nope'],
    [
      'HTTP to an HTTPS port',
      html(400, '<title>400 The plain HTTP request</title>'),
      'not-prometheus',
      '400 The plain HTTP request',
    ],
    ['a web page', html(200, page), 'not-prometheus', 'text/html; charset=utf-8: Log in to Acme'],
    ['metrics', plain(200, 'up 1'), 'not-prometheus', 'text/plain: up 1'],
    ['gateway: unreachable', problem(502, 'upstream_unreachable', 'nothing listens'), 'network', 'nothing listens'],
    ['gateway: timeout', problem(504, 'upstream_timeout', 'not within 30 s'), 'timeout', 'not within 30 s'],
    ['gateway: not one', problem(502, 'upstream_not_prometheus', 'HTML'), 'not-prometheus', 'HTML'],
    ['gateway: password', problem(502, 'upstream_unauthorized', 'HTTP 401'), 'unauthorized', 'HTTP 401'],
    ['gateway: forbidden', problem(403, 'not_allowed', 'read only'), 'http', 'read only'],
  ])('%s', async (_, answer, kind, detail) => {
    const { status } = answer;
    const error = await failureOf(fakeClient(answer).client.query({ expr: 'up' }));
    expect(error).toMatchObject({ kind, status, detail, path: '', url: 'http://prometheus.test/api/v1/query' });
    expect(error.message).toContain(detail);
  });

  test.each<[what: string, body: string, path: string]>([
    ['truncated JSON', '{"status":"success","data":{"resultType":"vec', ''],
    ['no JSON', 'up 1', ''],
    ['nothing', '', ''],
    ['null', 'null', ''],
    ['a list', '[]', 'status'],
    ['no status', '{"message":"hi"}', 'status'],
    ['no data', '{"status":"success"}', 'data'],
    ['data that is no object', '{"status":"success","data":1}', 'data'],
    ['warnings that are no texts', '{"status":"success","data":{},"warnings":[1]}', 'warnings.0'],
    ['no type', '{"status":"success","data":{"result":[]}}', 'data.resultType'],
    ['an unknown type', '{"status":"success","data":{"resultType":"tensor","result":[]}}', 'data.resultType'],
  ])('malformed: %s', async (_, body, path) => {
    const error = await failureOf(fakeClient(json(body)).client.query({ expr: 'up' }));
    expect(error).toMatchObject({ kind: 'malformed', status: 200, path });
    expect(error.detail).not.toBe('');
  });

  it('a part of the API that a compatible server leaves out does not make it something else', async () => {
    const { client } = fakeClient(plain(404, '404 page not found'));
    expect(await failureOf(client.walReplay())).toMatchObject({ kind: 'http', status: 404 });
    expect(await failureOf(client.series({ match: ['up'] }))).toMatchObject({ kind: 'not-prometheus' });
  });

  it('a long text is cut', async () => {
    const error = await failureOf(fakeClient(plain(500, 'x'.repeat(100_000))).client.rules());
    expect(error.detail).toHaveLength(500);
    expect(error.detail).toMatch(/x…$/);
  });

  it('no answer is a network error with the reason below it', async () => {
    const refuse = () => {
      throw new TypeError('fetch failed', { cause: new Error('connect ECONNREFUSED 127.0.0.1:9') });
    };
    const error = await failureOf(fakeClient(refuse).client.query({ expr: 'up' }));
    expect(error).toMatchObject({ kind: 'network', status: null, detail: 'connect ECONNREFUSED 127.0.0.1:9' });
  });

  it('an answer that breaks off is a network error', async () => {
    const body = new ReadableStream({
      pull: (controller) => controller.error(new TypeError('terminated')),
    });
    const answer = () => new Response(body, { headers: { 'content-type': 'application/json' } });
    expect(await failureOf(fakeClient(answer).client.query({ expr: 'up' }))).toMatchObject({
      kind: 'network',
      detail: 'terminated',
    });
  });

  it('a missing content type is given the benefit of the doubt', async () => {
    const answer = new Response(new TextEncoder().encode('{"status":"success","data":["a"]}'));
    expect((await fakeClient(answer).client.labels()).data).toEqual(['a']);
  });
});

describe('giving up', () => {
  it('in time: timeout', async () => {
    vi.useFakeTimers();
    const failure = failureOf(fakeClient(silence, { timeout: 5000 }).client.query({ expr: 'up' }));
    await vi.advanceTimersByTimeAsync(4999);
    expect(vi.getTimerCount()).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(await failure).toMatchObject({ kind: 'timeout', status: null, detail: '5 s' });
  });

  it('also while the body is read', async () => {
    vi.useFakeTimers();
    const stuck = (_: unknown, signal: AbortSignal | null | undefined) => {
      const body = new ReadableStream({
        start: (controller) => signal?.addEventListener('abort', () => controller.error(signal.reason)),
      });
      return new Response(body, { headers: { 'content-type': 'application/json' } });
    };
    const failure = failureOf(fakeClient(stuck).client.query({ expr: 'up' }));
    await vi.advanceTimersByTimeAsync(30_000);
    expect(await failure).toMatchObject({ kind: 'timeout' });
  });

  it('by the caller: aborted', async () => {
    const controller = new AbortController();
    const failure = failureOf(fakeClient(silence).client.query({ expr: 'up' }, controller.signal));
    controller.abort();
    expect(await failure).toMatchObject({ kind: 'aborted', status: null });
  });

  it('before it began: nothing is sent', async () => {
    const { client, sent } = fakeClient(success([]));
    expect(await failureOf(client.labels({}, AbortSignal.abort()))).toMatchObject({ kind: 'aborted' });
    expect(sent).toEqual([]);
  });

  it('leaves neither timer nor listener behind', async () => {
    vi.useFakeTimers();
    const { signal } = new AbortController();
    const added = vi.spyOn(signal, 'addEventListener');
    const removed = vi.spyOn(signal, 'removeEventListener');
    await fakeClient(success([])).client.labels({}, signal);
    expect(vi.getTimerCount()).toBe(0);
    expect(added).toHaveBeenCalledOnce();
    expect(removed.mock.calls).toEqual([['abort', added.mock.calls[0]?.[1]]]);
  });
});

describe('where it asks', () => {
  test.each([
    ['http://p:9090', 'http://p:9090/api/v1/labels'],
    ['http://p:9090/', 'http://p:9090/api/v1/labels'],
    ['https://p/prom/eu//', 'https://p/prom/eu/api/v1/labels'],
    ['/api/ds/main', '/api/ds/main/api/v1/labels'],
    ['', '/api/v1/labels'],
  ])('%s', async (baseUrl, url) => {
    const { fetch, sent } = fakeFetch(success([]));
    await createPrometheusClient({ baseUrl, fetch }).labels();
    expect(sent[0]?.url).toBe(url);
  });

  it('credentials in the address go into a header and into no error', async () => {
    const { client, sent } = fakeClient(plain(500, 'no'), { baseUrl: 'https://ana:p%40s@s:é@p.test/x' });
    const error = await failureOf(client.labels());
    expect(sent[0]?.headers.get('authorization')).toBe(`Basic ${Buffer.from('ana:p@s@s:é').toString('base64')}`);
    expect(error.url).toBe('https://p.test/x/api/v1/labels');
    expect(error.message).not.toMatch(/ana|p@s|p%40s/);
  });

  it('own headers are sent with every request', async () => {
    const { client, sent } = fakeClient(success([]), { headers: { 'x-scope-orgid': 'team' } });
    await client.labels();
    expect(Object.fromEntries(sent[0]?.headers ?? [])).toEqual({ accept: 'application/json', 'x-scope-orgid': 'team' });
  });

  it('uses the fetch of the moment when none is given', async () => {
    const client = createPrometheusClient({ baseUrl: 'http://p' });
    const { fetch, sent } = fakeFetch(success(['a']));
    vi.stubGlobal('fetch', fetch);
    await client.labels();
    vi.unstubAllGlobals();
    expect(sent).toHaveLength(1);
  });
});

describe('a server that takes no POST', () => {
  it('is asked again by GET, and from then on at once', async () => {
    const refuse = (sent: { method: string }) => (sent.method === 'POST' ? plain(405, 'no') : success(['a']));
    const { client, sent } = fakeClient(refuse);
    expect((await client.labels({ match: ['up'] })).data).toEqual(['a']);
    await client.labels();
    expect(sent.map(({ method, url }) => [method, url])).toEqual([
      ['POST', 'http://prometheus.test/api/v1/labels'],
      ['GET', 'http://prometheus.test/api/v1/labels?match%5B%5D=up'],
      ['GET', 'http://prometheus.test/api/v1/labels'],
    ]);
  });

  it('and no GET either is no Prometheus', async () => {
    const { client, sent } = fakeClient(plain(405, 'no'));
    expect(await failureOf(client.labels())).toMatchObject({ kind: 'not-prometheus', status: 405 });
    expect(sent).toHaveLength(2);
  });
});
