import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { runTool } from './command.ts';
import type { StepResult } from './steps.ts';

const reportSchema = v.object({
  success: v.boolean(),
  numPassedTests: v.number(),
  numFailedTests: v.number(),
  testResults: v.array(
    v.object({ name: v.string(), assertionResults: v.array(v.object({ status: v.string(), fullName: v.string() })) }),
  ),
});
export type VitestReport = v.InferOutput<typeof reportSchema>;

/** Counts a report. A run that fails without a failed test (a file that does not load) counts as one failure. */
export function countVitest(report: VitestReport, exitCode: number): StepResult {
  const failed = report.numFailedTests;
  const isGood = report.success && exitCode === 0;
  const unrun = report.testResults.flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status }) => status !== 'passed' && status !== 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: isGood || failed > 0 ? failed : 1,
    skipped: unrun.map(({ fullName, status }) => `${fullName} (${status})`),
  };
}

/** Runs Vitest and counts its tests. */
export async function runVitest(args: readonly string[]): Promise<StepResult> {
  const folder = mkdtempSync(join(tmpdir(), 'mirante-vitest-'));
  const outputFile = join(folder, 'report.json');
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${outputFile}`];
    const exitCode = await runTool('vitest', ['run', ...args, ...reporters]);
    return countVitest(v.parse(reportSchema, JSON.parse(readFileSync(outputFile, 'utf8'))), exitCode);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
