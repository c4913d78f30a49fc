import { expect, it } from 'vitest';
import { en } from '../../i18n/en/index.ts';
import { variableText } from './variableText.ts';

const texts = en.pages.dashboard.variables;

it.each([
  [{ current: ['a', 'b'], all: true }, 'All'],
  [{ current: [], all: true }, 'All'],
  [{ current: [], all: false }, 'none'],
  [{ current: ['north'], all: false }, 'north'],
  [{ current: ['north', 'gate'], all: false }, 'north, gate'],
  [{ current: ['north', 'gate', 'depot', 'roof'], all: false }, 'north +3'],
])('%j is written "%s"', (state, text) => {
  expect(variableText(state, texts)).toBe(text);
});
