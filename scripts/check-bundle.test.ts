import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { simulationIn } from './check-bundle.ts';

/** A built folder: the sources of each script, null for one without a source map. */
function built(scripts: Readonly<Record<string, readonly string[] | null>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'mirante-bundle-'));
  for (const [file, sources] of Object.entries(scripts)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), file === 'theme.js' ? 'short' : 'x'.repeat(5000));
    if (sources !== null) writeFileSync(join(folder, `${file}.map`), JSON.stringify({ version: 3, sources }));
  }
  return folder;
}

const sound = {
  'theme.js': null,
  'assets/core.js': ['../../../src/app/main.tsx', '../../../node_modules/react/index.js', '../../../src/mocksmith.ts'],
};

test('a build for real servers has nothing of the simulation in it', () => {
  expect(simulationIn(built(sound))).toEqual([]);
});

test.each([
  ['the evaluator', 'assets/worker.js', ['../../../mocks/promql/evaluate.ts'], /^assets\/worker\.js has .*mocks/],
  ['the interceptor', 'assets/a.js', ['../../../src/a.ts', '../../../node_modules/msw/lib/browser/index.mjs'], /msw/],
  ['a service worker', 'mockServiceWorker.js', null, /mockServiceWorker\.js has no source map/],
] as const)('%s is found in it', (_name, file, sources, message) => {
  const found = simulationIn(built({ ...sound, [file]: sources }));
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(message);
});
