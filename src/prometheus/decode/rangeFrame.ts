import type { Frame, HistogramSample, Series } from '../../model/frame.ts';
import { DecodeError } from '../errors.ts';
import { histogramAt, isList, isRecord, labelsAt, listAt, sampleValue, timeAt, valueAt } from './samples.ts';

/** The time grid of a range query: `start`, `start + step`, ... up to `end`. Epoch ms and ms. */
export interface Grid {
  readonly start: number;
  readonly end: number;
  readonly step: number;
}

/** How many times a grid has. */
export function gridSize({ start, end, step }: Grid): number {
  return Math.max(0, Math.floor((end - start) / step) + 1);
}

/**
 * Puts a matrix on the grid that was asked for, at most `limit` series of it.
 *
 * A sample that lies off the grid (by more than rounding) or out of order makes the reply malformed, since nothing else
 * but the asked times is an answer to the question; moving it to a neighbour would show a value at a time it never had.
 * Samples on the grid but outside of the span, which caching proxies may add, are left out.
 * Where a native histogram sample stands, `present` is 1 and the value NaN.
 */
export function decodeMatrix(result: unknown, grid: Grid, limit: number): Frame {
  const list = listAt(result, 'data.result');
  const size = gridSize(grid);
  const times = new Float64Array(size);
  for (let i = 0; i < size; i++) times[i] = grid.start + i * grid.step;
  const series: Series[] = [];
  for (let s = 0; s < list.length && s < limit; s++) series.push(decodeSeries(list[s], `data.result.${s}`, grid, size));
  return { kind: 'range', times, step: grid.step, series };
}

/** One series on a grid of `size` times. `path` is its place in the reply, for errors. Throws DecodeError. */
export function decodeSeries(raw: unknown, path: string, grid: Grid, size: number): Series {
  if (!isRecord(raw)) throw new DecodeError(path, 'a series was expected');
  const labels = labelsAt(raw.metric, `${path}.metric`);
  const { values, histograms } = raw;
  // A series of histograms alone has no `values`, one of floats alone no `histograms`.
  const samples = values === undefined && histograms !== undefined ? [] : listAt(values, `${path}.values`);
  const column = decodeColumn(samples, `${path}.values`, grid, size);
  if (histograms === undefined) return { labels, ...column, histograms: null };
  return { labels, ...withHistograms(column, listAt(histograms, `${path}.histograms`), path, grid, size) };
}

type Column = Pick<Series, 'values' | 'present'>;

/** The hot path: no allocation per sample, and no presence map unless something is absent. */
function decodeColumn(samples: readonly unknown[], path: string, grid: Grid, size: number): Column {
  const values = new Float64Array(size);
  let present: Uint8Array | null = null;
  let next = 0;
  for (let s = 0; s < samples.length; s++) {
    const sample = samples[s];
    if (!isList(sample)) throw new DecodeError(`${path}.${s}`, 'a sample was expected: [time, value]');
    const i = gridIndex(sample[0], grid, next);
    if (i === OFF_GRID) throw misplaced(sample[0], `${path}.${s}.0`);
    if (i < 0 || i >= size) continue;
    const value = sampleValue(sample[1]);
    values[i] = value === null ? valueAt(sample[1], `${path}.${s}.1`) : value;
    if (i > next) {
      present ??= new Uint8Array(size).fill(1, 0, next);
      values.fill(Number.NaN, next, i);
    }
    if (present !== null) present[i] = 1;
    next = i + 1;
  }
  if (next < size) {
    present ??= new Uint8Array(size).fill(1, 0, next);
    values.fill(Number.NaN, next, size);
  }
  return { values, present };
}

const OFF_GRID = Number.NEGATIVE_INFINITY;

/** Grid index of a time in seconds; OFF_GRID when it is none, or before `next` (inside of the grid times only ascend). */
function gridIndex(seconds: unknown, grid: Grid, next: number): number {
  if (typeof seconds !== 'number') return OFF_GRID;
  const time = Math.round(seconds * 1000);
  if (time === grid.start + next * grid.step) return next;
  const nearest = Math.round((time - grid.start) / grid.step);
  // A step of a fraction of a millisecond does not exist, but a server may print its times with rounding of its own.
  if (Math.abs(grid.start + nearest * grid.step - time) > 1) return OFF_GRID;
  return nearest >= 0 && nearest < next ? OFF_GRID : nearest;
}

function misplaced(seconds: unknown, path: string): DecodeError {
  return new DecodeError(path, `not one of the times that were asked for, in order: ${String(seconds)}`);
}

function withHistograms(
  column: Column,
  samples: readonly unknown[],
  seriesPath: string,
  grid: Grid,
  size: number,
): Pick<Series, 'values' | 'present' | 'histograms'> {
  const path = `${seriesPath}.histograms`;
  const histograms = new Map<number, HistogramSample>();
  const present = column.present ?? new Uint8Array(size).fill(1);
  let next = 0;
  for (const [s, sample] of samples.entries()) {
    const [seconds, histogram] = listAt(sample, `${path}.${s}`);
    timeAt(seconds, `${path}.${s}.0`);
    const i = gridIndex(seconds, grid, next);
    if (i === OFF_GRID) throw misplaced(seconds, `${path}.${s}.0`);
    if (i < 0 || i >= size) continue;
    histograms.set(i, histogramAt(histogram, `${path}.${s}.1`));
    present[i] = 1;
    next = i + 1;
  }
  return { values: column.values, present: present.includes(0) ? present : null, histograms };
}
