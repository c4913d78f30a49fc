import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { isPresent } from '../../model/frame.ts';
import { DecodeError } from '../errors.ts';
import { decodeMatrix, type Grid, gridSize } from './rangeFrame.ts';

const grid: Grid = { start: 1_700_000_000_000, end: 1_700_000_060_000, step: 15_000 };
const at = (i: number) => (grid.start + i * grid.step) / 1000;
const one = (values: unknown, rest: object = {}) => [{ metric: { job: 'a' }, values, ...rest }];
const all = (...texts: string[]) => texts.map((text, i) => [at(i), text]);

function column(values: unknown) {
  const [series] = decodeMatrix(one(values), grid, 10).series;
  return { values: Array.from(series?.values ?? []), present: series?.present && Array.from(series.present) };
}

describe('the grid', () => {
  it('is what was asked for, whatever came', () => {
    const frame = decodeMatrix([], grid, 10);
    expect(frame).toMatchObject({ kind: 'range', step: 15_000, series: [] });
    expect(Array.from(frame.times)).toEqual([0, 1, 2, 3, 4].map((i) => grid.start + i * 15_000));
  });

  test.each([
    [{ start: 0, end: 0, step: 5 }, 1],
    [{ start: 0, end: 14, step: 5 }, 3],
    [{ start: 0, end: 15, step: 5 }, 4],
    [{ start: 10, end: 0, step: 5 }, 0],
  ])('%j has %i times', (span, size) => expect(gridSize(span)).toBe(size));
});

describe('values', () => {
  it('a full column needs no presence map', () => {
    expect(column(all('1', '-2.5', '1e-7', '0', '1e+20'))).toEqual({ values: [1, -2.5, 1e-7, 0, 1e20], present: null });
  });

  it('infinities and NaN are read by name, and NaN is present', () => {
    const full = column(all('+Inf', '-Inf', 'NaN', 'Inf', '-0'));
    expect(full).toEqual({ values: [Infinity, -Infinity, NaN, Infinity, -0], present: null });
  });

  test.each<[string, number[], number[]]>([
    ['at the start', [2, 3, 4], [0, 0, 1, 1, 1]],
    ['inside', [0, 1, 4], [1, 1, 0, 0, 1]],
    ['at the end', [0, 1], [1, 1, 0, 0, 0]],
    ['everywhere but one', [2], [0, 0, 1, 0, 0]],
    ['everywhere', [], [0, 0, 0, 0, 0]],
  ])('absent %s', (_, indices, present) => {
    const values = present.map((is, i) => (is === 1 ? i + 1 : Number.NaN));
    expect(column(indices.map((i) => [at(i), String(i + 1)]))).toEqual({ values, present });
  });

  it('absent and NaN stay apart', () => {
    const [series] = decodeMatrix(
      one([
        [at(0), 'NaN'],
        [at(2), '0'],
      ]),
      grid,
      10,
    ).series;
    if (!series) throw new Error('no series');
    expect([0, 1, 2].map((i) => isPresent(series, i))).toEqual([true, false, true]);
    expect(Array.from(series.values.slice(0, 3))).toEqual([NaN, NaN, 0]);
  });

  it('samples on the grid but outside of the span are left out', () => {
    const wide = [-2, -1, 0, 1, 2, 3, 4, 5].map((i) => [at(i), String(i)]);
    expect(column(wide)).toEqual({ values: [0, 1, 2, 3, 4], present: null });
  });

  it('rounding of a millisecond is no other time', () => {
    expect(
      column([
        [at(0) + 0.001, '1'],
        [at(1) - 0.001, '2'],
      ]),
    ).toEqual({ values: [1, 2, NaN, NaN, NaN], present: [1, 1, 0, 0, 0] });
  });

  it('keeps at most so many series', () => {
    const list = Array.from({ length: 5 }, (_, i) => ({ metric: { i: String(i) }, values: all('1') }));
    expect(decodeMatrix(list, grid, 3).series.map(({ labels }) => labels)).toEqual([
      { i: '0' },
      { i: '1' },
      { i: '2' },
    ]);
  });

  it('any column comes back as it was sent', () => {
    const number = fc.oneof(fc.double(), fc.constantFrom(NaN, Infinity, -Infinity, 0));
    const cells = fc.array(fc.option(number, { nil: undefined }), { minLength: 5, maxLength: 5 });
    const names = new Map([
      [Infinity, '+Inf'],
      [-Infinity, '-Inf'],
    ]);
    const text = (value: number) => names.get(value) ?? (Object.is(value, -0) ? '-0' : String(value));
    fc.assert(
      fc.property(cells, (cells) => {
        const samples = cells.flatMap((value, i) => (value === undefined ? [] : [[at(i), text(value)]]));
        const [series] = decodeMatrix(one(samples), grid, 1).series;
        if (!series) throw new Error('no series');
        expect(Array.from(series.values)).toEqual(cells.map((value) => value ?? Number.NaN));
        expect(cells.map((_, i) => isPresent(series, i))).toEqual(cells.map((value) => value !== undefined));
        expect(series.present === null).toBe(!cells.includes(undefined));
      }),
    );
  });
});

describe('native histograms', () => {
  const histogram = {
    count: '3',
    sum: '+Inf',
    buckets: [
      [1, '-Inf', '0.5', '1'],
      [0, '0.5', '1', '2'],
    ],
  };
  const decoded = {
    count: 3,
    sum: Infinity,
    buckets: [
      { boundaries: 1, lower: -Infinity, upper: 0.5, count: 1 },
      { boundaries: 0, lower: 0.5, upper: 1, count: 2 },
    ],
  };

  it('alone', () => {
    const [series] = decodeMatrix([{ metric: {}, histograms: [[at(1), histogram]] }], grid, 10).series;
    expect(series?.histograms).toEqual(new Map([[1, decoded]]));
    expect(Array.from(series?.values ?? [])).toEqual([NaN, NaN, NaN, NaN, NaN]);
    expect(Array.from(series?.present ?? [])).toEqual([0, 1, 0, 0, 0]);
  });

  it('beside floats', () => {
    const histograms = [3, 4].map((i) => [at(i), { count: '0', sum: '0' }]);
    const [series] = decodeMatrix(one(all('1', '2', '3'), { histograms }), grid, 10).series;
    expect(Array.from(series?.values ?? [])).toEqual([1, 2, 3, NaN, NaN]);
    expect(series?.present).toBeNull();
    expect(series?.histograms?.get(4)).toEqual({ count: 0, sum: 0, buckets: [] });
  });
});

describe('another shape says where', () => {
  const h = (value: unknown) => [{ metric: {}, histograms: [[at(0), value]] }];
  test.each<[unknown, string]>([
    [null, 'data.result'],
    [[1], 'data.result.0'],
    [[{ values: [] }], 'data.result.0.metric'],
    [[{ metric: { a: 1 }, values: [] }], 'data.result.0.metric'],
    [[{ metric: {} }], 'data.result.0.values'],
    [one({}), 'data.result.0.values'],
    [one([[at(0), '1'], 7]), 'data.result.0.values.1'],
    [one([[at(0), 1]]), 'data.result.0.values.0.1'],
    [one([[at(0), '']]), 'data.result.0.values.0.1'],
    [one([[at(0), ' ']]), 'data.result.0.values.0.1'],
    [one([[at(0), 'inf']]), 'data.result.0.values.0.1'],
    [one([[at(0)]]), 'data.result.0.values.0.1'],
    [one([[String(at(0)), '1']]), 'data.result.0.values.0.0'],
    [one([[at(0) + 7, '1']]), 'data.result.0.values.0.0'],
    [
      one([
        [at(1), '1'],
        [at(1), '2'],
      ]),
      'data.result.0.values.1.0',
    ],
    [
      one([
        [at(2), '1'],
        [at(1), '2'],
      ]),
      'data.result.0.values.1.0',
    ],
    [[...one(all('1')), ...one([[at(0), null]])], 'data.result.1.values.0.1'],
    [h(1), 'data.result.0.histograms.0.1'],
    [h({ sum: '1' }), 'data.result.0.histograms.0.1.count'],
    [h({ count: '1', sum: 1 }), 'data.result.0.histograms.0.1.sum'],
    [h({ count: '1', sum: '1', buckets: {} }), 'data.result.0.histograms.0.1.buckets'],
    [h({ count: '1', sum: '1', buckets: [[4, '0', '1', '1']] }), 'data.result.0.histograms.0.1.buckets.0.0'],
    [h({ count: '1', sum: '1', buckets: [[0, '0', '1']] }), 'data.result.0.histograms.0.1.buckets.0.3'],
    [[{ metric: {}, histograms: [[at(0) + 1, {}]] }], 'data.result.0.histograms.0.0'],
    [[{ metric: {}, histograms: [['x', {}]] }], 'data.result.0.histograms.0.0'],
  ])('%j: %s', (result, path) => {
    const decode = () => decodeMatrix(result, grid, 10);
    expect(decode).toThrow(DecodeError);
    expect(decode).toThrow(expect.objectContaining({ path }));
  });
});
