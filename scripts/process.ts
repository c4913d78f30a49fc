import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** A TCP port of the loopback interface that nobody listens on at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (address !== null && typeof address === 'object') resolve(address.port);
        else reject(new Error('the system gave no port'));
      });
    });
  });
}

export interface ProcessOptions {
  /** How messages call it. */
  readonly name: string;
  readonly command: string;
  readonly args?: readonly string[];
  /** Added to the environment of this process. */
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** User and group to run as, where the process may change them (PostgreSQL refuses to run as root). */
  readonly uid?: number;
  readonly gid?: number;
  /** Gets all that it writes, from its start on. */
  readonly logFile: string;
  /** Ready when a GET of this answers 2xx. */
  readonly readyUrl?: string;
  /** Ready when this resolves to true; a rejection counts as "not yet". */
  readonly ready?: () => Promise<boolean>;
  /** Milliseconds to become ready; 30 s by default. */
  readonly timeout?: number;
}

export interface RunningProcess {
  readonly pid: number;
  /** Resolves when it has ended, whoever ended it. */
  readonly ended: Promise<void>;
  /** SIGTERM to its process group, SIGKILL after five seconds; resolves when it has ended. */
  stop(): Promise<void>;
}

const running = new Set<number>();

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // The group is gone already.
  }
}

// Whatever way this process ends, what it started must not outlive it.
process.on('exit', () => {
  for (const pid of running) signalGroup(pid, 'SIGKILL');
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  // Without this a signal would end the process with no `exit` event; whoever else listens decides for himself.
  process.on(signal, () => process.listenerCount(signal) === 1 && process.exit(1));
}

function logTail(logFile: string): string {
  const lines = readFileSync(logFile, 'utf8').trimEnd().split('\n');
  return lines.slice(-15).join('\n');
}

async function isReady(options: ProcessOptions): Promise<boolean> {
  try {
    if (options.ready) return await options.ready();
    if (options.readyUrl) return (await fetch(options.readyUrl, { signal: AbortSignal.timeout(2000) })).ok;
    return true;
  } catch {
    return false;
  }
}

/** Resolves when the child, and so its log, is complete. */
function endOf(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('close', () => resolve());
    child.once('error', () => resolve());
  });
}

/**
 * Starts a program in a process group of its own and waits until it is ready.
 * Rejects with the tail of its log when it ends before that, or takes too long (it is ended then).
 */
export async function startProcess(options: ProcessOptions): Promise<RunningProcess> {
  mkdirSync(dirname(options.logFile), { recursive: true });
  const log = createWriteStream(options.logFile);
  const child = spawn(options.command, options.args ?? [], {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(options.uid === undefined ? {} : { uid: options.uid }),
    ...(options.gid === undefined ? {} : { gid: options.gid }),
  });
  let failure = '';
  child.once('error', (error) => {
    failure = error.message;
  });
  child.stdout?.pipe(log, { end: false });
  child.stderr?.pipe(log, { end: false });
  let alive = true;
  const ended = endOf(child).then(async () => {
    alive = false;
    await new Promise<void>((resolve) => log.end(resolve));
  });
  const { pid } = child;
  if (pid === undefined) {
    await ended;
    throw new Error(`${options.name} could not be started: ${failure}`);
  }
  running.add(pid);
  ended.then(() => running.delete(pid));

  const stop = async () => {
    if (!alive) return;
    signalGroup(pid, 'SIGTERM');
    const killer = setTimeout(() => signalGroup(pid, 'SIGKILL'), 5000);
    await ended;
    clearTimeout(killer);
  };

  const deadline = Date.now() + (options.timeout ?? 30_000);
  while (!(await isReady(options))) {
    if (!alive) throw new Error(`${options.name} ended before it was ready:\n${logTail(options.logFile)}`);
    if (Date.now() > deadline) {
      await stop();
      throw new Error(`${options.name} was not ready in time:\n${logTail(options.logFile)}`);
    }
    await delay(100);
  }
  return { pid, ended, stop };
}
