import { describe, expect, it, test } from 'vitest';
import { DecodeError } from '../errors.ts';
import { type Asked, decodeQueryReply } from './query.ts';

const maxSeries = 3;
const now: Asked = { kind: 'instant', time: 0 };
const reply = (resultType: string, result: unknown, rest: object = {}) => ({
  status: 'success',
  data: { resultType, result },
  ...rest,
});
const instant = (resultType: string, result: unknown, time?: number) =>
  decodeQueryReply(reply(resultType, result), { kind: 'instant', time }, maxSeries).frame;
const histogram = { count: '1', sum: '2', buckets: [[0, '1', '2', '1']] };

describe('an instant answer', () => {
  it('vector: one time, one value a series', () => {
    const frame = instant('vector', [
      { metric: { __name__: 'up', job: 'a' }, value: [1700000000.123, '1'] },
      { metric: { job: 'b' }, value: [1700000000.123, 'NaN'] },
      { metric: {}, histogram: [1700000000.123, histogram] },
    ]);
    expect(frame).toMatchObject({ kind: 'instant', step: 0 });
    expect(Array.from(frame.times)).toEqual([1_700_000_000_123]);
    expect(frame.series.map(({ labels, values, present }) => [labels, Array.from(values), present])).toEqual([
      [{ __name__: 'up', job: 'a' }, [1], null],
      [{ job: 'b' }, [NaN], null],
      [{}, [NaN], null],
    ]);
    expect(frame.series.map(({ histograms }) => histograms?.get(0)?.sum)).toEqual([undefined, undefined, 2]);
  });

  it('empty: the time is the one asked for', () => {
    expect(instant('vector', [], 5000)).toEqual({ kind: 'instant', times: Float64Array.of(5000), step: 0, series: [] });
    expect(instant('vector', []).times).toHaveLength(0);
  });

  it('samples of different times, which some servers give, stay at theirs', () => {
    const frame = instant('vector', [
      { metric: { a: '1' }, value: [20, '1'] },
      { metric: { a: '2' }, value: [10, '2'] },
    ]);
    expect(Array.from(frame.times)).toEqual([10_000, 20_000]);
    expect(frame.series.map(({ values, present }) => [Array.from(values), Array.from(present ?? [])])).toEqual([
      [
        [NaN, 1],
        [0, 1],
      ],
      [
        [2, NaN],
        [1, 0],
      ],
    ]);
  });

  it('matrix of a range selector: all times that occur', () => {
    const frame = instant('matrix', [
      {
        metric: { a: '1' },
        values: [
          [10, '1'],
          [25, 'NaN'],
        ],
      },
      { metric: { a: '2' }, values: [[12.5, '2']], histograms: [[25, histogram]] },
    ]);
    expect(frame).toMatchObject({ kind: 'range', step: 0 });
    expect(Array.from(frame.times)).toEqual([10_000, 12_500, 25_000]);
    expect(frame.series.map(({ values, present }) => [Array.from(values), Array.from(present ?? [])])).toEqual([
      [
        [1, NaN, NaN],
        [1, 0, 1],
      ],
      [
        [NaN, 2, NaN],
        [0, 1, 1],
      ],
    ]);
    expect(frame.series[1]?.histograms?.get(2)?.count).toBe(1);
  });

  it('matrix of a range selector: no more series than columns over all of their times can be had for', () => {
    const result = Array.from({ length: 300 }, (_, s) => ({
      metric: { s: String(s) },
      values: Array.from({ length: 100 }, (_, i) => [i * 1000 + s, '1']),
    }));
    const { frame, capped } = decodeQueryReply(reply('matrix', result), now, 1000);
    expect(frame.times.length * frame.series.length).toBe(100 * 200 * 200);
    expect(capped).toEqual({ shown: 200, total: 300 });
  });

  it('scalar', () => {
    const frame = instant('scalar', [1.5, '+Inf']);
    expect(frame).toEqual({
      kind: 'instant',
      times: Float64Array.of(1500),
      step: 0,
      series: [{ labels: {}, values: Float64Array.of(Infinity), present: null, histograms: null }],
    });
  });

  it('string: its text is a label, never a number', () => {
    const frame = instant('string', [1.5, '42']);
    expect(frame.series).toEqual([
      { labels: { value: '42' }, values: Float64Array.of(NaN), present: null, histograms: null },
    ]);
  });

  test.each<[string, unknown, string]>([
    ['vector', {}, 'data.result'],
    ['vector', [{ metric: {} }], 'data.result.0.value'],
    ['vector', [{ metric: {}, value: ['1', '1'] }], 'data.result.0.value.0'],
    ['vector', [{ metric: {}, value: [1, 1] }], 'data.result.0.value.1'],
    ['vector', [{ metric: { a: null }, value: [1, '1'] }], 'data.result.0.metric'],
    ['vector', [{ metric: {}, histogram: [1, {}] }], 'data.result.0.histogram.1.count'],
    [
      'matrix',
      [
        {
          metric: {},
          values: [
            [1, '1'],
            [2, 'x'],
          ],
        },
      ],
      'data.result.0.values.1.1',
    ],
    ['scalar', '1', 'data.result'],
    ['scalar', [1, 'one'], 'data.result.1'],
    ['string', [1, 1], 'data.result.1'],
    ['tensor', [], 'data.resultType'],
  ])('%s %j is malformed at %s', (resultType, result, path) => {
    const decode = () => instant(resultType, result);
    expect(decode).toThrow(DecodeError);
    expect(decode).toThrow(expect.objectContaining({ path }));
  });
});

it('a range answer is a matrix', () => {
  const asked: Asked = { kind: 'range', grid: { start: 0, end: 10_000, step: 10_000 } };
  const [series] = decodeQueryReply(
    reply('matrix', [
      {
        metric: {},
        values: [
          [0, '1'],
          [10, '2'],
        ],
      },
    ]),
    asked,
    maxSeries,
  ).frame.series;
  expect(Array.from(series?.values ?? [])).toEqual([1, 2]);
  expect(() => decodeQueryReply(reply('vector', []), asked, maxSeries)).toThrow(
    expect.objectContaining({ path: 'data.resultType' }),
  );
});

describe('what stands beside the data', () => {
  const empty = { warnings: [], infos: [], isPartial: false, capped: null, stats: null };
  test.each<[string, object, object]>([
    ['nothing', {}, empty],
    ['nulls', { warnings: null, infos: null, isPartial: null }, empty],
    [
      'warnings and infos, all of them',
      { warnings: ['a', 'b'], infos: ['c', 'd'] },
      { ...empty, warnings: ['a', 'b'], infos: ['c', 'd'] },
    ],
    ['partial', { isPartial: true }, { ...empty, isPartial: true }],
    [
      'VictoriaMetrics stats',
      { stats: { seriesFetched: '3', executionTimeMsec: 7 } },
      { ...empty, stats: { samples: null, peakSamples: null, evalTime: 7 } },
    ],
    ['unknown keys', { trace: {} }, empty],
  ])('%s', (_, rest, expected) => {
    const { frame: _frame, ...remarks } = decodeQueryReply(reply('vector', [], rest), now, maxSeries);
    expect(remarks).toEqual(expected);
  });

  test.each<[unknown, unknown]>([
    [
      {
        timings: { evalTotalTime: 0.25 },
        samples: { totalQueryableSamples: 9, peakSamples: 4, totalQueryableSamplesPerStep: [] },
      },
      { samples: 9, peakSamples: 4, evalTime: 250 },
    ],
    [{ timings: {} }, { samples: null, peakSamples: null, evalTime: null }],
    [null, null],
    ['?', null],
  ])('stats %j', (told, stats) => {
    const whole = { status: 'success', data: { resultType: 'vector', result: [], stats: told } };
    expect(decodeQueryReply(whole, now, maxSeries).stats).toEqual(stats);
  });
});

describe('the guard', () => {
  const list = (length: number) => Array.from({ length }, (_, i) => ({ metric: { i: String(i) }, value: [1, '1'] }));
  test.each([
    [2, 2, null],
    [3, 3, null],
    [4, 3, { shown: 3, total: 4 }],
  ])('%i series', (length, shown, capped) => {
    const result = decodeQueryReply(reply('vector', list(length)), now, maxSeries);
    expect(result.frame.series).toHaveLength(shown);
    expect(result.capped).toEqual(capped);
  });

  it('does not count the two parts of a scalar as series', () => {
    expect(decodeQueryReply(reply('scalar', [1, '1']), now, 1).capped).toBeNull();
  });
});
