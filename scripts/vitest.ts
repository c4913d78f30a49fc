import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import * as v from 'valibot';
import { root, runTool } from './command.ts';
import { failure, type StepResult } from './steps.ts';

const reportSchema = v.object({
  success: v.boolean(),
  numPassedTests: v.number(),
  numFailedTests: v.number(),
  testResults: v.array(
    v.object({
      name: v.string(),
      status: v.string(),
      message: v.optional(v.string(), ''),
      assertionResults: v.array(
        v.object({
          status: v.string(),
          fullName: v.string(),
          failureMessages: v.optional(v.nullable(v.array(v.string())), []),
        }),
      ),
    }),
  ),
});
export type VitestReport = v.InferOutput<typeof reportSchema>;

/** The failed tests of a report by file and name, and the files that did not load. */
function failuresOf({ testResults }: VitestReport): string[] {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(root, name);
    const failed = assertionResults.filter((test) => test.status === 'failed');
    if (status === 'failed' && failed.length === 0) return [failure(file, message)];
    return failed.map((test) => failure(`${file} > ${test.fullName}`, test.failureMessages?.[0]));
  });
}

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
    failures: failuresOf(report),
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
