import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { knownFailures } from './known-failures.ts';
import { runScript } from './run.ts';

const folder = fileURLToPath(new URL('../../../../shared/promql/promqltest/', import.meta.url));
const present = existsSync(folder);

/** Share of the evaluations without native histograms that must pass. */
const floor = 0.97;

describe.skipIf(!present)(
  `Prometheus's own scripts${present ? '' : ' (skipped: ../shared/promql/promqltest is absent)'}`,
  () => {
    const files = present ? readdirSync(folder).filter((file) => file.endsWith('.test')) : [];
    const outcomes = files.flatMap((file) =>
      runScript(readFileSync(`${folder}${file}`, 'utf8')).map((outcome) => ({ file, ...outcome })),
    );

    it(`pass for at least ${floor * 100} % of the evaluations`, () => {
      const shares = files.map((file) => {
        const own = outcomes.filter((outcome) => outcome.file === file);
        return `${file} ${own.filter(({ problem }) => problem === null).length}/${own.length}`;
      });
      process.stdout.write(`${shares.join('\n')}\n`);
      expect(outcomes.length).toBeGreaterThan(900);
      expect(outcomes.filter(({ problem }) => problem === null).length / outcomes.length).toBeGreaterThanOrEqual(floor);
    });

    it('fail only where the list of known failures says so, and always there', () => {
      const failing = outcomes.filter(({ problem }) => problem !== null);
      const text = ({ file, query }: { file: string; query: string }): string => `${file}: ${query}`;
      expect(failing.map(text).sort()).toEqual(knownFailures.map(text).sort());
    });
  },
);
