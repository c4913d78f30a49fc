import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './command.ts';
import { withoutUnused } from './slim-uplot.ts';

const folder = dirname(createRequire(import.meta.url).resolve('uplot'));
const source = readFileSync(join(folder, 'uPlot.esm.js'), 'utf8');

it('leaves out three lines of uPlot, which are still there', () => {
  const lines = (text: string) => text.split('\n').filter((line) => line.trim() !== '').length;
  expect(lines(source) - lines(withoutUnused(source))).toBe(3);
});

it('leaves nothing of Intl in uPlot', () => {
  const code = (text: string) => text.replace(/^\s*\/\/.*$/gm, '');
  expect(code(source)).toContain('Intl.');
  expect(code(withoutUnused(source))).not.toContain('Intl.');
});

it('says so when they are written otherwise', () => {
  expect(() => withoutUnused('uPlot.join=join;')).toThrow('any more');
});

it('leaves out nothing that the charts use', () => {
  const charts = join(root, 'src', 'charts');
  const files = readdirSync(charts, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
  expect(files).not.toEqual([]);
  for (const file of files)
    expect(readFileSync(join(charts, file), 'utf8')).not.toMatch(/uPlot\.(join|fmtNum|tzDate)\b|\bpaths\.spline\b/);
});
