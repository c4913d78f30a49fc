import { spawnSync } from 'node:child_process';
import { type ProgramName, programPath } from '../ensure.ts';

/** Runs a tool to its end; `output` is all that it wrote. */
export function runProgram(
  name: ProgramName,
  args: readonly string[],
  options: { readonly cwd?: string; readonly input?: string } = {},
): { readonly status: number | null; readonly output: string } {
  const { status, stdout, stderr } = spawnSync(programPath(name), args, { ...options, encoding: 'utf8' });
  return { status, output: stdout + stderr };
}
