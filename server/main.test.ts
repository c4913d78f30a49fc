import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { startUpstream } from './testing.ts';

const root = join(import.meta.dirname, '..');
const opened: { close(): void }[] = [];
afterEach(() => {
  for (const one of opened.splice(0)) one.close();
});

interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<unknown[]>;
  /** All it has written so far. */
  output(): string;
}

function start(env: Record<string, string>): Running {
  const child = spawn(process.execPath, ['--import', 'tsx', join(root, 'server', 'main.ts')], {
    cwd: root,
    env: { PATH: process.env.PATH ?? '', HOST: '127.0.0.1', PORT: '0', ...env },
  });
  opened.push({ close: () => child.kill('SIGKILL') });
  let output = '';
  const collect = (text: string) => {
    output += text;
  };
  child.stdout.setEncoding('utf8').on('data', collect);
  child.stderr.setEncoding('utf8').on('data', collect);
  return { child, ended: once(child, 'close'), output: () => output };
}

/** The address that it says it is at. */
async function addressOf(running: Running): Promise<string> {
  const said = () => /Mirante is at (\S+)/.exec(running.output())?.[1] ?? '';
  await expect.poll(said).not.toBe('');
  return said();
}

test('a bad setting stops it, and is named', async () => {
  const running = start({ PROMETHEUS_URL: 'ftp://ann:hunter2@prom' });
  expect(await running.ended).toEqual([1, null]);
  const message = 'Mirante does not start. PROMETHEUS_URL: an address that starts with http:// or https:// is needed\n';
  expect(running.output()).toBe(message);
});

test('with nothing set it says that the data is simulated, and how to connect', async () => {
  const running = start({});
  const address = await addressOf(running);
  await expect
    .poll(running.output)
    .toContain('To connect your Prometheus: PROMETHEUS_URL=http://127.0.0.1:9090 npm start');
  const reply = await fetch(`${address}/api/ds/demo/api/v1/query?query=pg_up`);
  expect(await reply.json()).toMatchObject({ status: 'success' });
  running.child.kill('SIGTERM');
  expect(await running.ended).toEqual([0, null]);
});

test('a port in use stops it', async () => {
  const other = await startUpstream(() => {});
  opened.push(other);
  const running = start({ PORT: other.host.split(':')[1] ?? '' });
  expect(await running.ended).toEqual([1, null]);
  expect(running.output()).toBe('Mirante does not start. HOST and PORT: cannot listen there (EADDRINUSE).\n');
});

test('asked to end, it answers what it was asked before and goes', async () => {
  let answer = () => {};
  const upstream = await startUpstream((_request, response) => {
    answer = () => response.writeHead(200, { 'content-type': 'application/json' }).end('{"status":"success"}');
  });
  opened.push(upstream);
  const running = start({ PROMETHEUS_URL: `http://${upstream.host}` });
  const address = await addressOf(running);
  const reply = fetch(`${address}/api/ds/prometheus/api/v1/query?query=1`);
  await expect.poll(() => upstream.received.length).toBe(1);
  running.child.kill('SIGTERM');
  // It has stopped to listen, and still waits for the answer.
  await expect
    .poll(() =>
      fetch(`${address}/healthz`).then(
        (r) => r.status,
        () => 'refused',
      ),
    )
    .toBe('refused');
  answer();
  expect(await (await reply).json()).toEqual({ status: 'success' });
  expect(await running.ended).toEqual([0, null]);
});

test('a request that never ends does not keep it', async () => {
  const upstream = await startUpstream(() => {});
  opened.push(upstream);
  const running = start({ PROMETHEUS_URL: `http://${upstream.host}` });
  const reply = fetch(`${await addressOf(running)}/api/ds/prometheus/api/v1/query?query=1`);
  await expect.poll(() => upstream.received.length).toBe(1);
  running.child.kill('SIGINT');
  // Were it kept until the data source's time is up, there would be an answer that says so.
  await expect(reply).rejects.toThrow('fetch failed');
  expect(await running.ended).toEqual([0, null]);
});
