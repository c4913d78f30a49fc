import { describe, expect, it } from 'vitest';
import { instantResult, noon, panelEnvironment } from '../testing/panelProps.ts';
import { readings, writeValue } from './readings.ts';

const both = (text: string) => ({ en: text, 'pt-BR': text });

describe('readings', () => {
  const named = (results: Parameters<typeof readings>[0]) =>
    readings(results, 'last', 'en').map(({ name, value, answer }) => [name, value, answer]);

  it('names series by the legend of their query, others by what tells them apart', () => {
    expect(
      named([
        instantResult([[{ job: 'api', zone: 'a' }, 1]], { legend: both('Job {{job}}') }),
        instantResult([
          [{ job: 'api', zone: 'a' }, 2],
          [{ job: 'api', zone: 'b' }, 3],
        ]),
      ]),
    ).toEqual([
      ['Job api', 1, 0],
      ['a', 2, 1],
      ['b', 3, 1],
    ]);
  });

  it('says of a query without series that its value is absent', () => {
    expect(named([instantResult([], { legend: both('Offline') }), instantResult([], { expr: 'up' })])).toEqual([
      ['Offline', 'absent', 0],
      ['up', 'absent', 1],
    ]);
  });

  it('names a series without labels by its query', () => {
    expect(named([instantResult([[{}, 1]], { id: 'cpu' })])).toEqual([['cpu', 1, 0]]);
  });

  it('keeps NaN, absence and zero apart, and an ended series from a live one', () => {
    const series = (value: number, present: Uint8Array | null) => ({
      labels: { i: String(value) },
      values: Float64Array.of(value, value),
      present,
      histograms: null,
    });
    const frame = {
      kind: 'range' as const,
      times: Float64Array.of(noon - 60_000, noon),
      step: 60_000,
      series: [series(0, null), series(Number.NaN, null), series(7, Uint8Array.of(1, 0))],
    };
    const values = readings([{ query: { expr: 'x' }, frame }], 'last', 'en').map((reading) => reading.value);
    expect(values).toEqual([0, Number.NaN, 'absent']);
  });

  it('takes of raw samples the newest of each series, and none for ended because another was scraped after it', () => {
    const series = (value: number, present: Uint8Array) => ({
      labels: { i: String(value) },
      values: Float64Array.from(present, (is) => (is === 1 ? value : Number.NaN)),
      present,
      histograms: null,
    });
    const frame = {
      kind: 'range' as const,
      times: Float64Array.of(noon - 20_000, noon - 10_000, noon),
      step: 0,
      series: [series(1, Uint8Array.of(1, 0, 0)), series(2, Uint8Array.of(0, 1, 0)), series(3, Uint8Array.of(0, 0, 1))],
    };
    const read = readings([{ query: { expr: 'up[1m]' }, frame }], 'last', 'en');
    expect(read.map(({ value, absence }) => [value, absence])).toEqual([
      [1, null],
      [2, null],
      [3, null],
    ]);
  });

  it('has a key for each series, also when two queries give the same one', () => {
    const result = instantResult([[{ job: 'api' }, 1]]);
    const keys = readings([result, result, instantResult([])], 'last', 'en').map((reading) => reading.key);
    expect(new Set(keys).size).toBe(3);
  });
});

describe('writeValue', () => {
  const field = {
    unit: 'percent',
    decimals: undefined,
    thresholds: [{ value: 90, tone: 'critical' as const }],
    mappings: [
      { value: 0, text: both('idle') },
      { from: 95, to: null, text: both('full'), tone: 'warning' as const },
    ],
  };
  it.each([
    [42, { text: '42', suffix: '%', tone: null }],
    [91, { text: '91', suffix: '%', tone: 'critical' }],
    [0, { text: 'idle', suffix: '', tone: null }],
    [97, { text: 'full', suffix: '', tone: 'warning' }],
    [Number.NaN, { text: 'not a number', suffix: '', tone: null }],
    ['absent' as const, { text: 'no data', suffix: '', tone: null }],
  ])('writes and judges %s', (value, expected) => {
    expect(writeValue(value, field, panelEnvironment())).toMatchObject(expected);
  });

  it('leaves the words of the unit out where they stand elsewhere', () => {
    const rate = { ...field, unit: 'reqps', thresholds: [], mappings: [] };
    expect(writeValue(3, rate, panelEnvironment()).line).toBe('3\u00a0req/s');
    expect(writeValue(3, rate, panelEnvironment(), true).line).toBe('3');
  });
});
