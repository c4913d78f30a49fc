import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { minify } from 'terser';
import { expect, it } from 'vitest';
import { root } from './command.ts';
import { withoutUnused } from './slim-react.ts';

const folder = dirname(createRequire(import.meta.url).resolve('react-dom/client'));
const source = readFileSync(join(folder, 'cjs', 'react-dom-client.production.js'), 'utf8');

it('leaves out a fifth of react-dom, and nothing else breaks', async () => {
  const whole = await minify(source, { toplevel: true });
  const slim = await minify(withoutUnused(source), { toplevel: true });
  const share = (slim.code?.length ?? 0) / (whole.code?.length ?? 0);
  expect(share).toBeGreaterThan(0.75);
  expect(share).toBeLessThan(0.85);
});

it('leaves nothing of hydration that could begin it', () => {
  expect(source).toMatch(/isHydrating = !0/);
  expect(withoutUnused(source)).not.toMatch(/isHydrating = !0/);
});

it('keeps the lines of what stays, which stack traces name', () => {
  const line = (code: string) => code.slice(0, code.indexOf('function flushSyncWork')).split('\n').length;
  expect(line(withoutUnused(source))).toBe(line(source));
});

it('says so when it is written otherwise', () => {
  expect(() => withoutUnused('function hydrate() {}')).toThrow('any more');
});

/** What is left out, as our components would write it. */
const uses: readonly (readonly [string, RegExp])[] = [
  ['hydration', /\bhydrateRoot\b/],
  ['<ViewTransition>, <Activity>, <SuspenseList>', /<(React\.)?(ViewTransition|Activity|SuspenseList)\b/],
  ['a ref of a <Fragment>', /<(React\.)?Fragment[^>]*\bref=/],
  ['useActionState', /\buse(ActionState|FormState)\b/],
  ['style sheets and scripts', /^\s*<(link|style|script)\b/m],
  ['what asks for them ahead of time', /import \{[^}]*\b(pre\w+)\b[^}]*\} from 'react-dom'/],
  ['the page itself', /^\s*<(html|head|body)\b/m],
  ['custom elements', /^\s*<[a-z]+-[a-z]/m],
];

it.each(uses)('leaves out nothing that is used: %s', (_, use) => {
  const folder = join(root, 'src');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.tsx$/.test(file) && !/\.test\./.test(file),
  );
  expect(files.length).toBeGreaterThan(100);
  expect(files.filter((file) => use.test(readFileSync(join(folder, file), 'utf8')))).toEqual([]);
});
