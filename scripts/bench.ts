import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { isHeld, measure, type Suite, type Timing } from '../bench/benchmark.ts';
import { promqlSuite } from '../bench/promql.ts';
import { documentOf, type Report, tableOf } from '../bench/report.ts';
import { root } from './command.ts';

/** `npm run bench`: prints how long things take, writes it to bench/results.md, and fails where a budget is exceeded. */
const suites: readonly (() => Suite)[] = [promqlSuite];

const reports: Report[] = [];
for (const makeSuite of suites) {
  const suite = makeSuite();
  const timings: Timing[] = [];
  for (const benchmark of suite.benchmarks) timings.push(await measure(benchmark));
  reports.push({ suite, timings });
  console.log(`${suite.title}\n${tableOf(timings)}\n`);
}

const machine = {
  date: new Date().toISOString().slice(0, 10),
  node: process.versions.node,
  cpu: cpus()[0]?.model ?? 'unknown processor',
  cores: cpus().length,
};
writeFileSync(join(root, 'bench', 'results.md'), documentOf(machine, reports));
process.exit(reports.every(({ timings }) => timings.every(isHeld)) ? 0 : 1);
