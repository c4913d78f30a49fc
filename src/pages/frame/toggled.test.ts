import { expect, it } from 'vitest';
import { toggled } from './toggled.ts';

it.each([
  [['a'], 'b', '*', ['a', 'b']],
  [['a', 'b'], 'a', '*', ['b']],
  [['*'], 'a', '*', ['a']],
  [['a', 'b'], '*', '*', ['*']],
  [['a'], 'a', '*', ['*']],
  [['a'], 'a', null, []],
  [['*'], '*', '*', []],
])('%j, picking %s (All is %s) gives %j', (values, picked, all, expected) => {
  expect(toggled(values, picked, all)).toEqual(expected);
});
