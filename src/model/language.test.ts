import { expect, it } from 'vitest';
import { languageOf } from './language.ts';

it.each([
  ['en', 'en'],
  ['en-GB', 'en'],
  ['pt-BR', 'pt-BR'],
  ['pt', 'pt-BR'],
  ['PT-pt', 'pt-BR'],
  ['de', null],
  ['', null],
])('%j is %s', (tag, language) => {
  expect(languageOf(tag)).toBe(language);
});
