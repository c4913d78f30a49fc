import { expect, it } from 'vitest';
import { PrometheusError } from '../../prometheus/errors.ts';
import { errorPlace } from './errorPlace.ts';

it.each([
  ['sum(', 'invalid parameter "query": 1:5: parse error: unclosed left parenthesis', 3, 4],
  ['up +\nbad bad', 'invalid parameter "query": 2:5: parse error: unexpected identifier "bad"', 9, 12],
  ['{a="é"} x', '1:10: parse error: unexpected identifier "x"', 8, 9],
])('marks in %j where the server says so', (expr, detail, from, to) => {
  const place = errorPlace(new PrometheusError('bad-data', { detail }), expr);
  expect(place).toMatchObject({ from, to });
  expect(place?.message).toMatch(/^un/);
});

it.each([
  [new PrometheusError('timeout', { detail: '30 s' }), 'up'],
  [new PrometheusError('bad-data', { detail: '1:1: parse error: no expression found in input' }), ''],
  [new Error('1:2: parse error: x'), 'up'],
])('marks nothing where no place is named', (error, expr) => {
  expect(errorPlace(error, expr)).toBeNull();
});
