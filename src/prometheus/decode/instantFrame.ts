import type { Frame, HistogramSample, Series } from '../../model/frame.ts';
import { DecodeError } from '../errors.ts';
import { histogramAt, isRecord, labelsAt, listAt, timeAt, valueAt } from './samples.ts';

/**
 * Series times distinct times of an answer at most, about 36 MB. Targets are scraped at moments of their own, so that raw samples of
 * many series share few of their times, and columns for all of them grow with the square of the series.
 */
const maxCells = 4_000_000;

/** Floats and histograms of a series, each `[time, value]`, where they came from. */
interface RawSeries {
  readonly raw: Readonly<Record<string, unknown>>;
  readonly path: string;
  readonly floats: readonly RawSample[];
  readonly histograms: readonly RawSample[];
}

interface RawSample {
  readonly time: number;
  readonly value: unknown;
  readonly path: string;
}

/** A vector as a frame of one time. `asked` is the time of the question, which an empty answer does not tell. */
export function decodeVector(result: unknown, asked: number | undefined, limit: number): Frame {
  const frame = decodeUnion(result, vectorShape, limit);
  const times = frame.times.length === 0 && asked !== undefined ? Float64Array.of(asked) : frame.times;
  return { ...frame, kind: 'instant', times };
}

/**
 * The matrix that a range selector gives to an instant query: raw samples, at times of their own. The frame has all of
 * the times that occur, so they are not evenly apart: `kind` is `range` and `step` 0. Where they are too many, it has the
 * first series only.
 */
export function decodeRawMatrix(result: unknown, limit: number): Frame {
  return decodeUnion(result, matrixShape, limit);
}

/** `[time, "value"]`: one series without labels. */
export function decodeScalar(result: unknown): Frame {
  const { time, value, path } = sampleAt(result, 'data.result');
  return oneValue(time, valueAt(value, path), {});
}

/** `[time, "text"]`: a text is no number, so the one series has it as the label `value` and NaN as its value. */
export function decodeString(result: unknown): Frame {
  const { time, value, path } = sampleAt(result, 'data.result');
  if (typeof value !== 'string') throw new DecodeError(path, 'a text was expected');
  return oneValue(time, Number.NaN, { value });
}

function oneValue(time: number, value: number, labels: Series['labels']): Frame {
  const series = { labels, values: Float64Array.of(value), present: null, histograms: null };
  return { kind: 'instant', times: Float64Array.of(time), step: 0, series: [series] };
}

/** Where a series has its samples. */
interface Shape {
  readonly floats: string;
  readonly histograms: string;
  readonly read: (value: unknown, path: string) => readonly RawSample[];
}

const vectorShape: Shape = {
  floats: 'value',
  histograms: 'histogram',
  read: (value, path) => [sampleAt(value, path)],
};

const matrixShape: Shape = {
  floats: 'values',
  histograms: 'histograms',
  read: (value, path) => listAt(value, path).map((sample, i) => sampleAt(sample, `${path}.${i}`)),
};

function decodeUnion(result: unknown, shape: Shape, limit: number): Frame {
  const rawSeries: RawSeries[] = [];
  const distinct = new Set<number>();
  for (const [s, raw] of listAt(result, 'data.result').slice(0, limit).entries()) {
    const series = rawSeriesAt(raw, `data.result.${s}`, shape);
    const more = [...series.floats, ...series.histograms].filter(({ time }) => !distinct.has(time)).length;
    if (s > 0 && (distinct.size + more) * (s + 1) > maxCells) break;
    for (const { time } of [...series.floats, ...series.histograms]) distinct.add(time);
    rawSeries.push(series);
  }
  const times = Float64Array.from(distinct).sort();
  const indexOf = new Map(Array.from(times, (time, i) => [time, i]));
  return { kind: 'range', times, step: 0, series: rawSeries.map((series) => decodeSeries(series, times, indexOf)) };
}

function rawSeriesAt(raw: unknown, path: string, shape: Shape): RawSeries {
  if (!isRecord(raw)) throw new DecodeError(path, 'a series was expected');
  const read = (key: string) => (raw[key] === undefined ? [] : shape.read(raw[key], `${path}.${key}`));
  const floats = read(shape.floats);
  const histograms = read(shape.histograms);
  if (floats.length === 0 && histograms.length === 0)
    throw new DecodeError(`${path}.${shape.floats}`, 'a sample was expected');
  return { raw, path, floats, histograms };
}

function decodeSeries(series: RawSeries, times: Float64Array, indexOf: ReadonlyMap<number, number>): Series {
  const values = new Float64Array(times.length).fill(Number.NaN);
  const present = new Uint8Array(times.length);
  const histograms = new Map<number, HistogramSample>();
  for (const { time, value, path } of series.floats) {
    const i = indexOf.get(time) ?? -1;
    values[i] = valueAt(value, path);
    present[i] = 1;
  }
  for (const { time, value, path } of series.histograms) {
    const i = indexOf.get(time) ?? -1;
    histograms.set(i, histogramAt(value, path));
    present[i] = 1;
  }
  return {
    labels: labelsAt(series.raw.metric, `${series.path}.metric`),
    values,
    present: present.includes(0) ? present : null,
    histograms: histograms.size === 0 ? null : histograms,
  };
}

/** One `[time, value]`, and nothing more: what is more may be something else altogether. */
function sampleAt(sample: unknown, path: string): RawSample {
  const list = listAt(sample, path);
  if (list.length > 2) throw new DecodeError(path, `a time and a value were expected, not ${list.length} things`);
  const [seconds, value] = list;
  return { time: timeAt(seconds, `${path}.0`), value, path: `${path}.1` };
}
