import { stripVTControlCharacters } from 'node:util';
import { interrupted } from './command.ts';

/** What came of a step, in tests: a check counts as one. */
export interface StepResult {
  readonly passed: number;
  readonly failed: number;
  /** What failed, each by its name and the first words of why; may name fewer than failed. */
  readonly failures: readonly string[];
  /** What was not run, each with the reason. */
  readonly skipped: readonly string[];
}

export interface Step {
  readonly name: string;
  run(): Promise<StepResult>;
}

/** The result of a check. */
export function one(isGood: boolean, name: string): StepResult {
  return { passed: isGood ? 1 : 0, failed: isGood ? 0 : 1, failures: isGood ? [] : [name], skipped: [] };
}

/** A failure in a line: what failed, and the first line of why. */
export function failure(name: string, why = ''): string {
  const firstLine = stripVTControlCharacters(why).trim().split('\n')[0] ?? '';
  return firstLine === '' ? name : `${name}: ${firstLine}`;
}

/** The result of a step whose programs are not there. */
export function notRun(why: string): StepResult {
  return { passed: 0, failed: 0, failures: [], skipped: [why] };
}

export function sum(results: readonly StepResult[]): StepResult {
  return {
    passed: results.reduce((total, { passed }) => total + passed, 0),
    failed: results.reduce((total, { failed }) => total + failed, 0),
    failures: results.flatMap(({ failures }) => failures),
    skipped: results.flatMap(({ skipped }) => skipped),
  };
}

/** `12 passed, 0 failed`, and how many were skipped when any were. */
export function closingLine({ passed, failed, skipped }: StepResult): string {
  return `${passed} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`;
}

async function runStep({ name, run }: Step): Promise<StepResult> {
  console.log(`\n=== ${name}`);
  try {
    return await run();
  } catch (error) {
    console.error(error);
    return one(false, `${name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** On a build server nothing may be skipped: what was counts as failed there. */
export function judge(result: StepResult, isCi: boolean): StepResult {
  return isCi ? { ...result, failed: result.failed + result.skipped.length, skipped: [] } : result;
}

/** Runs steps one after another, prints what came of all of them, and resolves with the exit code. */
export async function runSteps(steps: readonly Step[]): Promise<number> {
  const results: StepResult[] = [];
  for (const step of steps) {
    results.push(await runStep(step));
    if (interrupted()) return 130;
  }
  const total = sum(results);
  const judged = judge(total, process.env.CI === 'true');
  console.log('\n=== result');
  for (const [i, { name }] of steps.entries()) console.log(`${name}: ${closingLine(results[i] ?? one(false, name))}`);
  for (const what of total.failures) console.log(`failed: ${what}`);
  for (const what of total.skipped) console.log(`skipped: ${what}`);
  console.log(closingLine(judged));
  return judged.failed > 0 ? 1 : 0;
}
