import { describe, expect, it } from 'vitest';
import type { Frame, Series } from '../../model/frame.ts';
import { rangeFrame, seriesOf } from '../../testing/frames.ts';
import { noon, panelProps } from '../../testing/panelProps.ts';
import timeseries from './index.ts';

const minute = 60_000;
/** An hour of one sample a minute. */
const hour = (valueAt: (i: number) => number | null, job: string) =>
  seriesOf(
    Array.from({ length: 61 }, (_, i) => valueAt(i)),
    { job },
  );
const rising = hour((i) => i, 'ai');
const steady = hour(() => 500, 'backend');
const ended = hour((i) => (i < 31 ? 7 : null), 'gone');
const idle = hour((i) => (i < 31 ? 7 : Number.NaN), 'idle');

const propsOf = (...frames: readonly Frame[]) =>
  panelProps(timeseries.decodeOptions({}), {
    data: { results: frames.map((frame) => ({ query: { expr: 'up' }, frame })) },
  });
const ofHour = (...series: readonly Series[]) => propsOf(rangeFrame(series, noon, minute));

describe('a chart in words', () => {
  it('is summed up: how many, where they are, where they go', () => {
    expect(timeseries.summary(ofHour(rising, steady, seriesOf([null], { job: 'none' })))).toBe(
      '3 series. ai: 60, between 0 and 60, rising. backend: 500, between 500 and 500, steady. none: no figures in this range.',
    );
  });

  it('tells when a last figure is not of now', () => {
    expect(timeseries.summary(ofHour(ended, idle))).toBe(
      '2 series. gone: 7 at 11:30:00, between 7 and 7, steady. idle: 7 at 11:30:00, between 7 and 7, steady.',
    );
  });

  it('is a table whose cells are empty where there is no sample', () => {
    const { columns, rows } = timeseries.toTable(ofHour(rising, ended));
    expect(columns.map(({ name }) => name)).toEqual(['Time', 'ai', 'gone']);
    expect(rows).toHaveLength(61);
    expect(rows[0]?.[2]).toEqual({ text: '7', raw: 7 });
    expect(rows[60]?.slice(1)).toEqual([
      { text: '60', raw: 60 },
      { text: '', raw: null },
    ]);
  });

  it('is a table that repeats no sample at the times of a finer query', () => {
    const coarse = rangeFrame([seriesOf([1, 2])], noon, minute);
    const fine = rangeFrame([seriesOf([9, 9, 9])], noon, minute / 2);
    expect(timeseries.toTable(propsOf(coarse, fine)).rows.map((row) => row[1])).toEqual([
      { text: '1', raw: 1 },
      { text: '', raw: null },
      { text: '2', raw: 2 },
    ]);
  });
});
