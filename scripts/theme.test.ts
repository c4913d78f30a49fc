// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { root } from './command.ts';

const script = readFileSync(join(root, 'public', 'theme.js'), 'utf8');

afterEach(() => {
  vi.unstubAllGlobals();
  localStorage.clear();
});

test.each([
  ['the device, dark', '', null, true, 'dark'],
  ['the device, light', '', null, false, 'light'],
  ['the preference', '', '{"theme":"light"}', true, 'light'],
  ['the URL first', '?theme=dark', '{"theme":"light"}', false, 'dark'],
  ['a choice of the device', '?theme=system', '{"theme":"light"}', true, 'dark'],
  ['nonsense in the URL', '?theme=pink', '{"theme":"light"}', true, 'light'],
  ['nonsense in the storage', '', 'oops', false, 'light'],
  ['nothing of use in the storage', '', '"x"', true, 'dark'],
])('the theme before the first paint: %s', (_name, search, kept, isDark, expected) => {
  vi.stubGlobal('location', { search });
  vi.stubGlobal('matchMedia', () => ({ matches: isDark }));
  if (kept !== null) localStorage.setItem('mirante.preferences', kept);
  new Function(script)();
  expect(document.documentElement.dataset.theme).toBe(expected);
});
