import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import * as parts from './unusedQueryParts.ts';

const folder = dirname(
  createRequire(createRequire(import.meta.url).resolve('@tanstack/react-query')).resolve('@tanstack/query-core'),
);
const sources = readdirSync(folder)
  .filter((file) => file.endsWith('.js'))
  .map((file) => ({ file, text: readFileSync(join(folder.replace(/legacy$/, 'modern'), file), 'utf8') }));

it('stands for all that react-query takes from the parts it replaces', () => {
  const imported = sources.flatMap(({ text }) =>
    [...text.matchAll(/import \{([^}]*)\} from "\.\/(?:mutationCache|infiniteQueryBehavior)\.js"/g)].flatMap(
      ([, names = '']) => names.split(',').map((name) => name.trim()),
    ),
  );
  expect(imported).not.toEqual([]);
  expect(Object.keys(parts)).toEqual(expect.arrayContaining(imported));
});

it('has every method that the query client calls on its cache of mutations', () => {
  const client = sources.find(({ file }) => file === 'queryClient.js')?.text ?? '';
  const called = [...client.matchAll(/#mutationCache\.(\w+)\(/g)].map(([, name = '']) => name);
  expect(called).not.toEqual([]);
  for (const name of called) expect(parts.MutationCache.prototype).toHaveProperty(name);
});
