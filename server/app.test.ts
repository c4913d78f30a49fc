import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { configSchema } from '../src/model/config.ts';
import { packIndexSchema } from '../src/model/pack.ts';
import { startGateway } from './testing.ts';

const page = '<!doctype html><div id="app"></div>';
const code = 'console.log(1);'.repeat(100);

/** A folder with a built app, at this path below a folder of its own. */
function builtApp(path = ''): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'mirante-app-')), path);
  mkdirSync(join(folder, 'assets'), { recursive: true });
  mkdirSync(join(folder, 'packs'));
  writeFileSync(join(folder, 'index.html'), page);
  writeFileSync(join(folder, 'favicon.svg'), '<svg/>');
  const texts = (language: string, file: string) => [`src/i18n/${language}/index.ts`, { file: `assets/${file}.js` }];
  mkdirSync(join(folder, '.vite'));
  writeFileSync(
    join(folder, '.vite', 'manifest.json'),
    JSON.stringify(Object.fromEntries([texts('en', 'en'), texts('pt-BR', 'pt')])),
  );
  writeFileSync(join(folder, 'assets', 'main-abc123.js'), code);
  writeFileSync(join(folder, 'assets', 'main-abc123.js.br'), brotliCompressSync(code));
  return folder;
}

describe('the gateway', () => {
  let app: FastifyInstance;
  beforeAll(async () => {
    ({ app } = await startGateway({ GRAFANA_URL: 'https://grafana.example/base' }, builtApp()));
  });
  afterAll(() => app.close());

  test.each([
    ['/', 200],
    ['/d/gt-vision/system', 200],
    ['/explore?expr=up', 200],
    ['/kiosk/all', 200],
    ['/embed/gt-vision/system/cpu', 200],
    ['/embed/gt-vision/system/disk--%2Fvar%2Flib', 200],
  ])('the route %s gets the page, which is never kept', async (url, status) => {
    const reply = await app.inject(url);
    expect(reply.statusCode).toBe(status);
    expect(reply.body).toBe(page);
    expect(reply.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(reply.headers['cache-control']).toBe('no-cache');
  });

  test.each([
    ['/', ['/api/config', '/api/packs']],
    ['/d/gt-vision/system?from=now-6h', ['/api/config', '/api/packs/gt-vision/system', '/api/packs']],
    ['/embed/gt-vision/system/cpu', ['/api/config', '/api/packs/gt-vision/system']],
    ['/d/gt-vision/a(b)', ['/api/config', '/api/packs']],
  ])('names with the page of %s what it will ask for', async (url, addresses) => {
    const { link } = (await app.inject(url)).headers;
    const data = addresses.map((address) => `<${address}>; rel=preload; as=fetch; crossorigin`);
    expect(link).toBe([...data, '</assets/en.js>; rel=modulepreload'].join(', '));
  });

  test.each([
    ['/', 'en-GB,en;q=0.9', 'en'],
    ['/', 'pt-BR,pt;q=0.9,en;q=0.8', 'pt'],
    ['/', 'fr-FR, pt;q=0.5', 'pt'],
    ['/', 'fr-FR', 'en'],
    ['/?theme=dark&lang=pt-BR', 'en', 'pt'],
  ])('names with the page of %s for a browser of %s the texts', async (url, language, file) => {
    const { link } = (await app.inject({ url, headers: { 'accept-language': language } })).headers;
    expect(link).toMatch(`, </assets/${file}.js>; rel=modulepreload`);
  });

  test('names nothing with a file', async () => {
    expect((await app.inject('/favicon.svg')).headers.link).toBeUndefined();
  });

  test('a name with a dot is a route for a person, a missing file for a program', async () => {
    expect((await app.inject({ url: '/auto/node.exporter', headers: { accept: 'text/html,*/*' } })).body).toBe(page);
    expect((await app.inject('/logo.png')).statusCode).toBe(404);
  });

  test.each([
    ['GET', '/assets/gone-123.js', 'text/plain'],
    ['GET', '/packs/gone.json', 'text/plain'],
    ['GET', '/assets/..%2f..%2fpackage.json', 'text/plain'],
    ['POST', '/d/gt-vision/system', 'text/plain'],
    ['GET', '/api', 'application/json'],
    ['GET', '/api/nope', 'application/json'],
    ['GET', '/api/packs/gt-vision/nope', 'application/json'],
    ['DELETE', '/api/packs', 'application/json'],
  ] as const)('%s %s is not found, as %s', async (method, url, type) => {
    const reply = await app.inject({ method, url, headers: { accept: 'text/html' } });
    expect(reply.statusCode).toBe(404);
    expect(reply.headers['content-type']).toMatch(`${type}; charset=utf-8`);
    if (type === 'application/json') expect(reply.json()).toMatchObject({ status: 'error', error: expect.any(String) });
  });

  test('files named by their content are kept for ever, and come compressed', async () => {
    const reply = await app.inject({ url: '/assets/main-abc123.js', headers: { 'accept-encoding': 'gzip, br' } });
    expect(reply.headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-encoding': 'br',
      'content-type': expect.stringMatching('javascript'),
      vary: expect.stringMatching(/accept-encoding/i),
    });
    expect((await app.inject('/assets/main-abc123.js')).body).toBe(code);
    expect((await app.inject('/favicon.svg')).headers['cache-control']).toBe('no-cache');
  });

  test('says what the app needs to know, in the shape that it decodes', async () => {
    const config = v.parse(configSchema, (await app.inject('/api/config')).json());
    expect(config).toMatchObject({
      dataSources: [{ id: 'demo', name: 'Simulated data', kind: 'prometheus' }],
      grafana: { url: 'https://grafana.example/base' },
      version: '1.2.3',
    });
    const { packs, problems } = v.parse(packIndexSchema, (await app.inject('/api/packs')).json());
    expect(problems).toEqual([]);
    expect(packs.map(({ id }) => id)).toContain('gt-vision');
    expect((await app.inject('/api/packs/gt-vision/system')).json()).toMatchObject({ section: 'system' });
  });

  test('health, readiness and version', async () => {
    expect((await app.inject('/healthz')).json()).toEqual({ status: 'ok' });
    expect((await app.inject('/readyz')).json()).toMatchObject({ status: 'ready', packProblems: 0 });
    expect((await app.inject('/version')).json()).toEqual({ name: 'mirante', version: '1.2.3' });
  });

  test.each(['/', '/api/config', '/api/nope', '/assets/gone.js'])('security headers stand on %s', async (url) => {
    const { headers } = await app.inject(url);
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'SAMEORIGIN' });
    expect(headers).not.toHaveProperty('strict-transport-security');
    expect(headers).not.toHaveProperty('x-powered-by');
    expect(headers).not.toHaveProperty('server');
    const policy = String(headers['content-security-policy']).split(';');
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-src 'self' https://grafana.example");
    expect(policy).toContain("frame-ancestors 'self'");
    expect(policy.join(';')).not.toContain('unsafe');
  });
});

test('only files named by their content are kept for ever, wherever Mirante is installed', async () => {
  const { app } = await startGateway({}, builtApp('assets/mirante'));
  const kept = async (url: string) => (await app.inject(url)).headers['cache-control'];
  expect([await kept('/'), await kept('/favicon.svg')]).toEqual(['no-cache', 'no-cache']);
  expect(await kept('/assets/main-abc123.js')).toMatch('immutable');
});

test.each([
  ["'none'", 'DENY'],
  ["'self'", 'SAMEORIGIN'],
  ['*', undefined],
  ["'self' https://portal.example", undefined],
])('who may embed it: %s', async (setting, frameOptions) => {
  const { app } = await startGateway({ MIRANTE_FRAME_ANCESTORS: setting });
  const { headers } = await app.inject('/healthz');
  expect(headers['content-security-policy']).toContain(`frame-ancestors ${setting}`);
  expect(headers['x-frame-options']).toBe(frameOptions);
});

test('without a build the API answers, and the page says what to do', async () => {
  const { app } = await startGateway({});
  expect((await app.inject('/api/config')).statusCode).toBe(200);
  const reply = await app.inject('/');
  expect([reply.statusCode, reply.body]).toEqual([503, 'Mirante is not built yet: run `npm run build`.\n']);
});

test('a broken dashboard says what is wrong with it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mirante-own-'));
  mkdirSync(join(folder, 'shop'));
  const pack = 'id: shop\ntitle: Shop\ndescription: d\ndetect: up\nscrape: x\ndashboards: [sales]\n';
  writeFileSync(join(folder, 'shop', 'pack.yaml'), pack);
  writeFileSync(join(folder, 'shop', 'sales.yaml'), 'title: Sales\nsection: busy\nrows: []\n');
  const { app } = await startGateway({ MIRANTE_PACKS: folder });
  const reply = await app.inject('/api/packs/shop/sales');
  expect(reply.statusCode).toBe(422);
  expect(reply.json()).toMatchObject({
    errorType: 'broken_dashboard',
    error: expect.stringMatching(/^shop\/sales\.yaml, line 2, section: Invalid type: Expected \("system"/),
  });
});

test('the log holds neither query strings nor headers', async () => {
  const { app, log } = await startGateway({});
  await app.inject({
    url: '/api/config?token=hunter2',
    headers: { authorization: 'Bearer hunter3', cookie: 'hunter4' },
  });
  await app.inject({ url: '/%E0%A4%A?token=hunter2' });
  expect(log.length).toBeGreaterThan(0);
  expect(log.join('')).not.toContain('hunter');
});
