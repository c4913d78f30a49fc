import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { againSuite, refreshSuite } from '../bench/again.ts';
import { bundleSuite } from '../bench/bundle.ts';
import { coldSuite } from '../bench/cold.ts';
import { displaysSuite } from '../bench/displays.ts';
import { heapSuite } from '../bench/heap.ts';
import { pointerSuite } from '../bench/pointer.ts';
import { promqlSuite } from '../bench/promql.ts';
import { documentOf, type Report, tableOf } from '../bench/report.ts';
import { type Stand, startStand } from '../bench/stand/stand.ts';
import { isHeld, type Suite } from '../bench/suite.ts';
import { tailSuite } from '../bench/tail.ts';
import { readVersion } from '../server/projectRoot.ts';
import { root } from './command.ts';

/**
 * `npm run bench`: prints how Mirante compares, writes it to bench/results.md, and fails where a budget is exceeded.
 * `npm run bench -- <name> ...` runs some of the suites and writes nothing.
 */
const suites: readonly Suite[] = [
  bundleSuite,
  coldSuite,
  againSuite,
  refreshSuite,
  tailSuite,
  heapSuite,
  pointerSuite,
  displaysSuite,
  promqlSuite,
];

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !suites.some((suite) => suite.name === name));
if (unknown !== undefined) {
  console.error(`There is no suite "${unknown}". There are: ${suites.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}
const chosen = wanted.length === 0 ? suites : suites.filter(({ name }) => wanted.includes(name));

const starting: Promise<Stand>[] = [];
/** The stand that all suites share, started when the first one needs it. */
const stand = (): Promise<Stand> => {
  const started = starting[0] ?? startStand();
  starting[0] = started;
  return started;
};

/** What came of a suite; null where it broke down, which takes none of the others with it. */
async function runSuite(suite: Suite): Promise<Report | null> {
  const startedAt = Date.now();
  try {
    const report = { suite, rows: await suite.run(stand) };
    console.log(`${suite.title} (${Math.round((Date.now() - startedAt) / 1000)} s)\n${tableOf(report)}\n`);
    return report;
  } catch (error) {
    console.error(`${suite.title}: could not be measured`, error);
    return null;
  }
}

function write(reports: readonly Report[], versions: Stand['versions']): void {
  const machine = {
    date: new Date().toISOString().slice(0, 10),
    versions: [
      `Mirante ${readVersion(root)}`,
      `Node ${process.versions.node}`,
      `Chromium ${versions.chromium}`,
      `Prometheus ${versions.prometheus}`,
    ],
    cpu: cpus()[0]?.model ?? 'unknown processor',
    cores: cpus().length,
    load: loadavg()[2] ?? 0,
  };
  writeFileSync(join(root, 'bench', 'results.md'), documentOf(machine, reports));
}

let code = 1;
try {
  const reports: Report[] = [];
  for (const suite of chosen) {
    const report = await runSuite(suite);
    if (report !== null) reports.push(report);
  }
  if (wanted.length === 0) write(reports, (await stand()).versions);
  const isGood = reports.length === chosen.length && reports.every(({ rows }) => rows.every(isHeld));
  code = isGood ? 0 : 1;
} catch (error) {
  console.error(error);
} finally {
  for (const started of starting) await (await started).stop();
}
process.exit(code);
