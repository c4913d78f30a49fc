import { expect, it } from 'vitest';
import { formatAge } from './age.ts';

it.each([
  [-5, '0 s'],
  [999, '0 s'],
  [4_200, '4 s'],
  [100_000, '1 min 40 s'],
  [120_000, '2 min'],
  [725_000, '12 min'],
  [8_040_000, '2 h 14 min'],
  [36_600_000, '10 h'],
  [3 * 86_400_000, '3 d'],
  [90_000_000, '1 d 1 h'],
])('%d ms is %s', (ms, expected) => {
  expect(formatAge(ms)).toBe(expected);
});
