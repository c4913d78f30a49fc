import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { shortClassNames } from './class-names.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'class-names-'));
  mkdirSync(join(folder, 'deep'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('gives each class of each file a name of its own, the same each time', () => {
  const files = Array.from({ length: 60 }, (_, i) => join(folder, i % 2 === 0 ? 'deep' : '', `Part${i}.module.css`));
  for (const file of files) writeFileSync(file, '');
  const all = () => {
    const nameOf = shortClassNames(folder);
    return files.flatMap((file) => ['panel', 'title', 'constructor', 'panel'].map((name) => nameOf(name, file)));
  };
  expect(new Set(all()).size).toBe(3 * files.length);
  expect(all()).toEqual(all());
  for (const name of all()) expect(name).toMatch(/^[a-zA-Z]{1,2}\d$/);
});

it('refuses a file that it does not know', () => {
  expect(() => shortClassNames(folder)('panel', join(folder, 'Late.module.css'))).toThrow('Late.module.css');
});
