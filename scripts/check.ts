import { join } from 'node:path';
import { createPackStore } from '../server/packs/packs.ts';
import { describeProblem } from '../server/yamlFile.ts';
import { checkImports } from './check-imports.ts';
import { root, runTool } from './command.ts';
import { lintPacks } from './lint/lintPacks.ts';
import { staleSchemas } from './schemas.ts';
import { one, type Step, sum } from './steps.ts';

/** Prints what is wrong; good when nothing is. */
function report(problems: readonly string[]): boolean {
  for (const problem of problems) console.error(problem);
  return problems.length === 0;
}

async function checkPacks(): Promise<boolean> {
  const { index } = await createPackStore([join(root, 'packs')]).load();
  return report(index.problems.map((problem) => describeProblem(problem.file, problem)));
}

const checks: readonly { readonly name: string; isGood(): Promise<boolean> }[] = [
  { name: 'lint and format', isGood: async () => (await runTool('biome', ['check', '--error-on-warnings'])) === 0 },
  { name: 'types', isGood: async () => (await runTool('tsc', ['--noEmit'])) === 0 },
  { name: 'dead code', isGood: async () => (await runTool('knip', [])) === 0 },
  { name: 'import rules', isGood: async () => report(checkImports(root)) },
  { name: 'packs', isGood: checkPacks },
  { name: 'JSON schemas', isGood: async () => report(await staleSchemas(root)) },
  { name: 'queries of the packs', isGood: async () => report(await lintPacks([join(root, 'packs')])) },
];

export const check: Step = {
  name: 'check',
  run: async () => {
    const results = [];
    for (const { name, isGood } of checks) {
      const good = await isGood();
      console.log(`${good ? 'ok' : 'FAILED'}: ${name}`);
      results.push(one(good, name));
    }
    return sum(results);
  },
};

/**
 * `npm run lint:packs`: the shipped packs and those of `MIRANTE_PACKS`, by what the server at `PROMETHEUS_URL` knows of its
 * metrics, or the simulated one where none is set.
 */
export const lint: Step = {
  name: 'lint:packs',
  run: async () => {
    const { MIRANTE_PACKS: own, PROMETHEUS_URL: url } = process.env;
    return one(report(await lintPacks([join(root, 'packs'), ...(own ? [own] : [])], url)), 'lint:packs');
  },
};
