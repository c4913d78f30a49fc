import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { freePort, startProcess } from './process.ts';

const logFile = () => join(mkdtempSync(join(tmpdir(), 'mirante-process-')), 'logs', 'it.log');
const node = (script: string, log = logFile()) => ({
  name: 'child',
  command: process.execPath,
  args: ['-e', script],
  logFile: log,
});

const serve = (port: number) => `require('node:http').createServer((_, r) => r.end('ok')).listen(${port}, '127.0.0.1')`;

async function answers(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/`)).ok;
  } catch {
    return false;
  }
}

describe('startProcess', () => {
  test('waits for readiness, keeps the log, ends the whole group', async () => {
    const [port, grandchildPort] = [await freePort(), await freePort()];
    const log = logFile();
    const child = await startProcess({
      ...node(
        `console.log('hello');
         require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(serve(grandchildPort))}]);
         ${serve(port)}`,
        log,
      ),
      ready: async () => (await answers(port)) && (await answers(grandchildPort)),
    });
    await child.stop();
    await expect.poll(() => answers(port)).toBe(false);
    await expect.poll(() => answers(grandchildPort)).toBe(false);
    expect(readFileSync(log, 'utf8')).toBe('hello\n');
    await child.stop();
  });

  test('a child that dies before it is ready is told with its own words', async () => {
    const dying = { ...node("console.error('no such setting'); process.exit(3)"), ready: async () => false };
    await expect(startProcess(dying)).rejects.toThrow(/child ended before it was ready:\nno such setting/);
  });

  test('a child that never gets ready is ended', async () => {
    const stuck = { ...node('setInterval(() => {}, 1000)'), ready: async () => false, timeout: 50 };
    await expect(startProcess(stuck)).rejects.toThrow('child was not ready in time');
  });

  test('a program that is not there is an error, not a crash', async () => {
    const missing = { name: 'ghost', command: '/nonexistent/ghost', logFile: logFile() };
    await expect(startProcess(missing)).rejects.toThrow(/ghost could not be started: .*ENOENT/);
  });
});
