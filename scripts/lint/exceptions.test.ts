import { expect, it } from 'vitest';
import { allows } from './exceptions.ts';

it.each([
  ['unknown-metric', 'a_total', true],
  ['unknown-metric', 'a_total_more', false],
  ['unknown-metric', 'b_total', true],
  ['short-window', 'a_total', false],
])('a rule and a subject are allowed: %s of %s: %s', (rule, subject, expected) => {
  const exceptions = [
    { rule: 'unknown-metric', subject: 'a_total', reason: 'known' },
    { rule: 'unknown-metric', subject: 'b_*', reason: 'known' },
  ];
  expect(exceptions.some((exception) => allows(exception, { rule, subject }))).toBe(expected);
});
