import { expect, test } from 'vitest';
import { am, bare, here, json, pg, SILENCE_ID, silence, writeHost } from '../testing.ts';

const setUp = writeHost();

test.each([
  [`${am}/alerts?filter=a%3D%22b%22&active=true`, '/prefix/api/v2/alerts?filter=a%3D%22b%22&active=true'],
  [`${am}/alerts/groups`, '/prefix/api/v2/alerts/groups'],
  [`${am}/silences`, '/prefix/api/v2/silences'],
  [`${am}/silence/${SILENCE_ID}`, `/prefix/api/v2/silence/${SILENCE_ID}`],
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
