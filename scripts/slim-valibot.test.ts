import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { withoutStandard } from './slim-valibot.ts';

const folder = dirname(createRequire(import.meta.url).resolve('valibot'));
const source = readFileSync(join(folder, 'index.mjs'), 'utf8');

/** A module of this text. */
const load = async (text: string): Promise<Record<string, unknown>> =>
  import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(text)}`);

it('leaves out of each schema what is for other libraries, and nothing else', async () => {
  const use = 'export const schema = object({ a: string() }); export const result = parse(schema, { a: "x", b: 1 });';
  const whole = await load(`${source}\n${use}`);
  const slim = await load(`${withoutStandard(source)}\n${use}`);
  expect(whole.schema).toHaveProperty('~standard');
  expect(slim.schema).not.toHaveProperty('~standard');
  expect(slim.result).toEqual({ a: 'x' });
  expect(whole.result).toEqual({ a: 'x' });
});

it('says so when it is written otherwise', () => {
  expect(() => withoutStandard('function _standard(){}')).toThrow('any more');
});
