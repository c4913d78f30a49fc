import { build } from './build.ts';
import { demo } from './build-demo.ts';
import { check, lint } from './check.ts';
import { checkBundle } from './check-bundle.ts';
import { runNode } from './command.ts';
import { dev } from './dev.ts';
import { writeSchemas } from './schemas.ts';
import { start } from './start.ts';
import { runSteps } from './steps.ts';
import { testE2e } from './test-e2e.ts';
import { testStack } from './test-stack.ts';
import { testUnit } from './test-unit.ts';

const buildSteps = [build, checkBundle];

/** What `npm run <name>` does; each resolves with an exit code. */
const commands: Readonly<Record<string, () => Promise<number>>> = {
  start,
  dev,
  lab: () => runNode(['--import', 'tsx', 'scripts/lab/main.ts']),
  build: () => runSteps(buildSteps),
  'build:demo': () => runSteps([demo]),
  bench: () => runNode(['--import', 'tsx', 'scripts/bench.ts', ...rest]),
  check: () => runSteps([check]),
  schemas: () => runSteps([writeSchemas]),
  'lint:packs': () => runSteps([lint]),
  'test:unit': () => runSteps([testUnit]),
  'test:stack': () => runSteps([testStack]),
  'test:e2e': () => runSteps([testE2e]),
  test: () => runSteps([check, testUnit, ...buildSteps, demo, testStack, testE2e]),
};

const [name = '', ...rest] = process.argv.slice(2);
const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
if (command === undefined) {
  console.error(`There is no command "${name}". There are: ${Object.keys(commands).join(', ')}.`);
  process.exit(2);
}
process.exit(await command());
