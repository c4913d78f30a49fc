import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { encodeMatrix } from './encode.ts';
import { formatAlertValue, formatDate, formatSample, formatTime } from './format.ts';
import { unescapeName } from './selections.ts';

test.each([
  [0, '0'],
  [-0, '-0'],
  [1e20, '100000000000000000000'],
  [1e21, '1e+21'],
  [1e-6, '0.000001'],
  [1e-7, '1e-7'],
  [0.1 + 0.2, '0.30000000000000004'],
  [Number.NaN, 'NaN'],
  [Number.NEGATIVE_INFINITY, '-Inf'],
])('the sample %d is %s', (value, text) => expect(formatSample(value)).toBe(text));

test.each([
  [0, '0e+00'],
  [12.5, '1.25e+01'],
  [-1e-7, '-1e-07'],
  [1e100, '1e+100'],
  [Number.POSITIVE_INFINITY, '+Inf'],
])('the value %d of an alert is %s', (value, text) => expect(formatAlertValue(value)).toBe(text));

test.each([
  [0, '0'],
  [1500, '1.500'],
  [-1, '-0.001'],
  [1_795_234_628_981, '1795234628.981'],
])('%d ms are %s s', (time, text) => expect(formatTime(time)).toBe(text));

test.each([
  [0, '1970-01-01T00:00:00Z'],
  [120, '1970-01-01T00:00:00.12Z'],
  [10_000, '1970-01-01T00:00:10Z'],
])('%d ms are %s', (time, text) => expect(formatDate(time)).toBe(text));

test.each([
  ['U__http_2e_status', 'http.status'],
  ['U__a__b', 'a_b'],
  ['U___1f600_', '😀'],
  ['U__a_b', 'U__a_b'],
  ['U___110000_', 'U___110000_'],
  ['job', 'job'],
])('the label %s is %s', (escaped, name) => expect(unescapeName(escaped)).toBe(name));

it('writes a matrix that reads back as what it was', () => {
  const sample = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constant(-0));
  fc.assert(
    fc.property(
      fc.array(sample, { minLength: 1, maxLength: 30 }),
      fc.integer(),
      fc.integer({ min: 1, max: 1e8 }),
      (list, start, step) => {
        const times = Float64Array.from(list, (_, i) => start + i * step);
        const series = [{ labels: { b: '"', a: '\n' }, times, values: Float64Array.from(list) }];
        const read: unknown = JSON.parse(`${encodeMatrix(series, { start, step, count: list.length })}}`);
        const values = list.map((value, i) => [(start + i * step) / 1000, formatSample(value)]);
        expect(read).toEqual({ resultType: 'matrix', result: [{ metric: { a: '\n', b: '"' }, values }] });
        expect(values.every(([, text], i) => Object.is(Number(text), list[i]))).toBe(true);
      },
    ),
  );
});
