import { afterEach, describe, expect, test } from 'vitest';
import { startGateway, startUpstream } from '../testing.ts';
import { createKnownHosts } from './hosts.ts';

const opened: { close(): Promise<unknown> }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

/** A gateway where everyone may do all, before a Pushgateway that agrees. */
async function setUp(hosts: string) {
  const upstream = await startUpstream((_request, response) => response.writeHead(202).end());
  const servers = { PROMETHEUS_URL: `http://${upstream.host}`, PUSHGATEWAY_URL: `http://${upstream.host}` };
  const { app } = await startGateway({ ...servers, MIRANTE_ROLE: 'administrator', MIRANTE_HOSTS: hosts });
  opened.push(app, upstream);
  return { upstream, app };
}

const known = (names: readonly string[] | null, host: string | undefined) => createKnownHosts(names).knows(host);

describe('without a list', () => {
  test.each([
    '127.0.0.1:8080',
    '10.0.0.5',
    '[::1]:8080',
    '[fd00::1]',
    'localhost',
    'LOCALHOST:8080',
    'localhost.',
    'mirante.localhost:8080',
  ])('%s is nobody else\u2019s', (host) => {
    expect(known(null, host)).toBe(true);
  });

  test.each([
    'evil.example:8080',
    'mirante',
    'notlocalhost',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    'evil.example#127.0.0.1',
    'localhost@evil.example',
    'evil.example/localhost',
    '[::1].evil.example',
    '',
    undefined,
  ])('%s may be anybody\u2019s', (host) => {
    expect(known(null, host)).toBe(false);
  });
});

describe('with a list', () => {
  const names = ['mirante.example', 'Wall-7'];
  test.each([
    ['mirante.example', true],
    ['MIRANTE.example:443', true],
    ['mirante.example.:8080', true],
    ['wall-7:8080', true],
    ['127.0.0.1:8080', true],
    ['a.mirante.example', false],
    ['mirante.example.evil', false],
    ['example', false],
    ['not a host', false],
  ])('%s: %s', (host, isKnown) => {
    expect(known(names, host)).toBe(isKnown);
  });

  test('any name will do with *', () => {
    const hosts = createKnownHosts(['*']);
    expect([hosts.isListed, hosts.knows('evil.example')]).toEqual([false, true]);
  });
});

describe('a write', () => {
  test.each([
    ['by an address', '', '10.0.0.5:8080', 'http://10.0.0.5:8080', true],
    ['on this machine', '', 'localhost:8080', 'http://localhost:8080', true],
    ['by a name that may be anybody\u2019s', '', 'evil.example:8080', 'http://evil.example:8080', false],
    ['by a name that is ours', 'mirante.example', 'mirante.example', 'https://mirante.example', true],
    ['by any name, where that was chosen', '*', 'evil.example', 'https://evil.example', true],
    ['through a proxy that calls us otherwise', 'mirante.example', '127.0.0.1:8080', 'https://mirante.example', true],
    ['through such a proxy, by a foreign name', 'mirante.example', '127.0.0.1:8080', 'https://evil.example', false],
    ['through such a proxy, without a list', '', '127.0.0.1:8080', 'https://evil.example', false],
    ['of a page without a host', '', '127.0.0.1:8080', 'null', false],
  ])('%s', async (_name, hosts, host, origin, isAllowed) => {
    const { upstream, app } = await setUp(hosts);
    const headers = { 'sec-fetch-site': 'same-origin', host, origin };
    const reply = await app.inject({ method: 'DELETE', url: '/api/pg/pushgateway/metrics/job/a', headers });
    expect(upstream.received).toHaveLength(isAllowed ? 1 : 0);
    if (!isAllowed) expect([reply.statusCode, reply.json().errorType]).toEqual([403, 'unknown_host']);
  });
});

test.each([
  ['', 'evil.example', 200],
  ['mirante.example', 'mirante.example:443', 200],
  ['mirante.example', '127.0.0.1:8080', 200],
  ['mirante.example', 'evil.example', 421],
  ['*', 'evil.example', 200],
])('with the names "%s" a read under %s gets %i', async (hosts, host, status) => {
  const { app } = await setUp(hosts);
  for (const url of ['/api/config', '/%61pi/config']) {
    expect((await app.inject({ url, headers: { host } })).statusCode).toBe(status);
  }
  expect((await app.inject({ url: '/healthz', headers: { host } })).statusCode).toBe(200);
});
