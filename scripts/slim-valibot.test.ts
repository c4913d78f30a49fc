import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { withoutStandard } from './slim-valibot.ts';

const folder = dirname(createRequire(import.meta.url).resolve('valibot'));
const module = readFileSync(join(folder, 'index.mjs'), 'utf8');
// The same in a form that can be run as a text.
const script = readFileSync(join(folder, 'index.cjs'), 'utf8');

/** What valibot reads with a schema, and whether the schema has something for other libraries. */
function read(code: string): unknown {
  const use = 'const schema = object({ a: string() }); [parse(schema, { a: "x", b: 1 }), "~standard" in schema]';
  return JSON.parse(JSON.stringify(runInNewContext(`${code}\n${use}`, { exports: {} })));
}

it('leaves out of each schema what is for other libraries, and nothing else', () => {
  expect(read(script)).toEqual([{ a: 'x' }, true]);
  expect(read(withoutStandard(script))).toEqual([{ a: 'x' }, false]);
  expect(withoutStandard(module)).not.toBe(module);
});

it('says so when it is written otherwise', () => {
  expect(() => withoutStandard('function _standard(){}')).toThrow('any more');
});
