import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { runTool } from './command.ts';
import { ensurePrograms, installHint, type ProgramName, programPath } from './ensure.ts';
import { buildDemoWhenStale, buildWhenStale } from './stale.ts';
import { failure, notRun, type Step, type StepResult } from './steps.ts';

const errorSchema = v.object({ message: v.optional(v.string()) });

const specSchema = v.object({
  title: v.string(),
  ok: v.boolean(),
  file: v.string(),
  line: v.number(),
  tests: v.array(v.object({ results: v.array(v.object({ errors: v.optional(v.array(errorSchema), []) })) })),
});

interface Suite {
  readonly specs: readonly v.InferOutput<typeof specSchema>[];
  readonly suites: readonly Suite[];
}

const suiteSchema: v.GenericSchema<unknown, Suite> = v.object({
  specs: v.array(specSchema),
  suites: v.optional(v.array(v.lazy(() => suiteSchema)), []),
});

const reportSchema = v.object({
  stats: v.object({ expected: v.number(), unexpected: v.number(), flaky: v.number(), skipped: v.number() }),
  suites: v.array(suiteSchema),
  errors: v.array(errorSchema),
});
export type PlaywrightReport = v.InferOutput<typeof reportSchema>;

/** The failed tests of a suite and of those in it, by place and name. */
function failuresOf({ specs, suites }: Suite): string[] {
  const failed = specs.filter(({ ok }) => !ok);
  const errorOf = ({ tests }: (typeof specs)[number]) =>
    tests.flatMap(({ results }) => results.flatMap(({ errors }) => errors))[0]?.message;
  return [
    ...failed.map((spec) => failure(`e2e/${spec.file}:${spec.line} > ${spec.title}`, errorOf(spec))),
    ...suites.flatMap(failuresOf),
  ];
}

/** Counts Playwright's report. A flaky test is a failed one. */
export function countPlaywright({ stats, suites, errors }: PlaywrightReport, exitCode: number): StepResult {
  const failed = stats.unexpected + stats.flaky;
  const isGood = exitCode === 0 && errors.length === 0;
  return {
    passed: stats.expected,
    failed: isGood || failed > 0 ? failed : 1,
    failures: [...suites.flatMap(failuresOf), ...errors.map(({ message }) => failure('e2e', message))],
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
    if (missing.length > 0) return notRun(`test:e2e: ${installHint(missing)}`);
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
