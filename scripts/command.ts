import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

/** The repository's root folder. */
export const root = join(import.meta.dirname, '..');

const children = new Set<ChildProcess>();
let wasInterrupted = false;
let isPassingSignals = false;

/** From the first child on, a signal to this process goes to its children, and it ends when they have. */
function passSignalsOn(): void {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) {
    process.on(signal, () => {
      wasInterrupted = true;
      for (const child of children) child.kill(signal);
    });
  }
}

/** Whether someone asked this process to end (Ctrl-C, SIGTERM). What runs in the foreground was asked too. */
export function interrupted(): boolean {
  return wasInterrupted;
}

/** Runs a program in the foreground, in the root folder, and passes signals on to it. Resolves with its exit code. */
function runCommand(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
    if (!isPassingSignals) passSignalsOn();
    isPassingSignals = true;
    children.add(child);
    child.once('error', reject);
    child.once('close', (code) => {
      children.delete(child);
      resolve(code ?? 1);
    });
  });
}

/** Runs a Node program. */
export function runNode(args: readonly string[], env?: Readonly<Record<string, string>>): Promise<number> {
  return runCommand(process.execPath, args, env);
}

/** Runs the tool of this name that npm installed, e.g. `vitest`. */
export function runTool(
  name: string,
  args: readonly string[],
  env?: Readonly<Record<string, string>>,
): Promise<number> {
  return runCommand(join(root, 'node_modules', '.bin', name), args, env);
}
