import { join } from 'node:path';
import { createPackStore } from '../server/packs.ts';
import { describeProblem } from '../server/yamlFile.ts';
import { checkImports } from './check-imports.ts';
import { root, runTool } from './command.ts';
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
];

export const check: Step = {
  name: 'check',
  run: async () => {
    const results = [];
    for (const { name, isGood } of checks) {
      const good = await isGood();
      console.log(`${good ? 'ok' : 'FAILED'}: ${name}`);
      results.push(one(good));
    }
    return sum(results);
  },
};
