import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createPrometheusClient } from '../../src/prometheus/client.ts';
import { PrometheusError } from '../../src/prometheus/errors.ts';
import { type PrometheusServer, startPrometheus } from '../lab/prometheus.ts';
import { freePort } from '../process.ts';

const client = createPrometheusClient({ baseUrl: inject('prometheusUrl') });

/** Where the target of a job answers, whatever it answers. */
function addressOf(job: string): string {
  const target = inject('targets').find((one) => one.job === job);
  if (target === undefined) throw new Error(`no target ${job}`);
  return new URL(target.url).origin;
}

/** The error of a call that has to fail. */
async function failureOf(call: Promise<unknown>): Promise<PrometheusError> {
  const error = await call.then(
    () => new Error('it did not fail'),
    (reason: unknown) => reason,
  );
  if (error instanceof PrometheusError) return error;
  throw error;
}

describe('the client says what is wrong', () => {
  it('with a query that is none', async () => {
    const error = await failureOf(client.query({ expr: 'sum(' }));
    expect(error).toMatchObject({ kind: 'bad-data', status: 400, detail: expect.stringContaining('parse error') });
  });

  it('with more points than the server gives', async () => {
    const range = { expr: 'up', start: 0, end: 20_000_000, step: 1000 };
    expect(await failureOf(client.queryRange(range))).toMatchObject({
      kind: 'bad-data',
      detail: expect.stringContaining('11,000'),
    });
  });

  it('with a query that cannot be evaluated', async () => {
    const error = await failureOf(client.query({ expr: 'up + on () up' }));
    expect(error).toMatchObject({ kind: 'execution', status: 422, detail: expect.stringContaining('many-to-many') });
  });

  it('with a server that answers HTML', async () => {
    const exporter = createPrometheusClient({ baseUrl: addressOf('node') });
    expect(await failureOf(exporter.query({ expr: 'up' }))).toMatchObject({ kind: 'not-prometheus' });
  });

  it('with a server that has no such address', async () => {
    const service = createPrometheusClient({ baseUrl: addressOf('backend') });
    expect(await failureOf(service.query({ expr: 'up' }))).toMatchObject({ kind: 'not-prometheus', status: 404 });
  });

  it('with an address where nobody listens', async () => {
    const nobody = createPrometheusClient({ baseUrl: `http://127.0.0.1:${await freePort()}` });
    expect(await failureOf(nobody.query({ expr: 'up' }))).toMatchObject({ kind: 'network', status: null });
  });

  it('with an answer that nobody waits for any more', async () => {
    const controller = new AbortController();
    const call = failureOf(client.query({ expr: 'up' }, controller.signal));
    controller.abort();
    expect((await call).kind).toBe('aborted');
  });
});

describe('a Prometheus with a password', () => {
  let server: PrometheusServer;

  beforeAll(async () => {
    const folder = resolve(import.meta.dirname, '../../.lab/stack/password');
    mkdirSync(folder, { recursive: true });
    const configFile = join(folder, 'prometheus.yml');
    const webConfigFile = join(folder, 'web.yml');
    writeFileSync(configFile, 'global: {}\n');
    // The bcrypt hash of "correct horse".
    const hash = '$2b$04$abcdefghijklmnopqrstuujydOTSfIH/d5oUHpsygqV5X9xJLQc6e';
    writeFileSync(webConfigFile, `basic_auth_users: { viewer: '${hash}' }\n`);
    server = await startPrometheus({ folder, storage: join(folder, 'storage'), configFile, webConfigFile });
  });
  afterAll(() => server.stop());

  const withUser = (user: string) => {
    const url = new URL(server.url);
    return createPrometheusClient({ baseUrl: `${url.protocol}//${user}@${url.host}` });
  };

  it('is told apart from one that is not there', async () => {
    const stranger = createPrometheusClient({ baseUrl: server.url });
    expect(await failureOf(stranger.query({ expr: 'up' }))).toMatchObject({ kind: 'unauthorized', status: 401 });
  });

  it('answers those who know it, and its password is in no error', async () => {
    expect((await withUser('viewer:correct%20horse').query({ expr: 'vector(1)' })).frame.series).toHaveLength(1);
    const error = await failureOf(withUser('viewer:wrong%20horse').query({ expr: 'up' }));
    expect(error.kind).toBe('unauthorized');
    expect(`${error.message} ${error.url} ${error.detail}`).not.toContain('horse');
  });

  it('is missed while it is gone, and found again when it is back', async () => {
    const viewer = withUser('viewer:correct%20horse');
    await server.stop();
    expect((await failureOf(viewer.query({ expr: 'vector(1)' }))).kind).toBe('network');
    await server.start();
    // It asks for the password before it is ready to answer.
    const answered = () => viewer.query({ expr: 'vector(1)' }).then(({ frame }) => frame.series.length);
    await expect.poll(() => answered().catch(() => null), { timeout: 10_000 }).toBe(1);
  });
});
