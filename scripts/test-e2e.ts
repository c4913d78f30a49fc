import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { runTool } from './command.ts';
import { ensurePrograms, installHint, type ProgramName, programPath } from './ensure.ts';
import { buildDemoWhenStale, buildWhenStale } from './stale.ts';
import type { Step, StepResult } from './steps.ts';

const reportSchema = v.object({
  stats: v.object({ expected: v.number(), unexpected: v.number(), flaky: v.number(), skipped: v.number() }),
  errors: v.array(v.unknown()),
});

/** Counts Playwright's report. A flaky test is a failed one. */
export function countPlaywright({ stats, errors }: v.InferOutput<typeof reportSchema>, exitCode: number): StepResult {
  const failed = stats.unexpected + stats.flaky;
  const isGood = exitCode === 0 && errors.length === 0;
  return {
    passed: stats.expected,
    failed: isGood || failed > 0 ? failed : 1,
    skipped: Array.from({ length: stats.skipped }, () => 'a test of test:e2e that skips itself, see above'),
  };
}

const programs: readonly ProgramName[] = [
  'chromium',
  'prometheus',
  'promtool',
  'alertmanager',
  'amtool',
  'node-exporter',
  'victoria-metrics',
];

/** The built app in Chromium, on a real Prometheus. */
export const testE2e: Step = {
  name: 'test:e2e',
  run: async () => {
    const { missing } = await ensurePrograms(programs);
    if (missing.length > 0) return { passed: 0, failed: 0, skipped: [`test:e2e: ${installHint(missing)}`] };
    await buildWhenStale();
    await buildDemoWhenStale();
    const folder = mkdtempSync(join(tmpdir(), 'mirante-e2e-'));
    const report = join(folder, 'report.json');
    try {
      const exitCode = await runTool('playwright', ['test'], {
        E2E_REPORT: report,
        CHROMIUM: programPath('chromium'),
      });
      return countPlaywright(v.parse(reportSchema, JSON.parse(readFileSync(report, 'utf8'))), exitCode);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
