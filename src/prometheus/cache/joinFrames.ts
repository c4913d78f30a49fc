import { type Frame, isPresent, type Series } from '../../model/frame.ts';
import { pairSeries, type SeriesPair } from './pairSeries.ts';

/** A grid of times: `start`, `start + step`, ... up to `end`. Epoch ms and ms. */
export interface Window {
  readonly start: number;
  readonly end: number;
  readonly step: number;
}

/** Servers add up floats in an order that is theirs: what differs by less, relatively, is the same. */
const ROUNDING = 1e-12;

/**
 * The answer for `window` out of an older answer, up to where `tail` begins, and of `tail`, which replaces it from there on
 * and ends where the window does; without a tail the old answer must cover the window. Both are on the window's grid.
 *
 * Null where that would not be the server's own answer: at the first time of the tail, which the old answer has as well,
 * the two tell different things, or the order of the series is not known.
 */
export function joinFrames(old: Frame, tail: Frame | null, { start, end, step }: Window): Frame | null {
  const size = Math.floor((end - start) / step) + 1;
  const from = ((old.times[0] ?? start) - start) / -step;
  const kept = tail === null ? size : ((tail.times[0] ?? end) - start) / step;
  const pairs =
    tail === null ? old.series.map((series) => [series, null] as const) : pairSeries(old.series, tail.series);
  if (pairs === null || (tail !== null && !pairs.every((pair) => agree(pair, from + kept)))) return null;
  const times = new Float64Array(size);
  for (let i = 0; i < size; i++) times[i] = start + i * step;
  // One piece of memory for all columns: there is one such frame for each panel and refresh.
  const all = new Float64Array(pairs.length * size);
  const series = pairs.flatMap((pair, i) => joinSeries(pair, from, kept, all.subarray(i * size, (i + 1) * size)) ?? []);
  return { kind: 'range', times, step, series };
}

/** Whether a series is the same at `at` of the old grid as at the first time of the tail. */
function agree([old, fresh]: SeriesPair, at: number): boolean {
  const isThere = old !== null && isPresent(old, at);
  if (isThere !== (fresh !== null && isPresent(fresh, 0))) return false;
  if (!isThere) return true;
  const [a = 0, b = 0] = [old.values[at], fresh?.values[0]];
  return Object.is(a, b) || a === b || Math.abs(a - b) < ROUNDING * Math.abs(a);
}

/** In `values`, `kept` values of the old column from index `from` on, then those of the tail; null when no sample is among them. */
function joinSeries([old, fresh]: SeriesPair, from: number, kept: number, values: Float64Array): Series | null {
  const size = values.length;
  if (old) values.set(old.values.subarray(from, from + kept));
  else values.fill(Number.NaN, 0, kept);
  if (fresh) values.set(fresh.values, kept);
  else values.fill(Number.NaN, kept);
  const labels = (old ?? fresh)?.labels ?? {};
  const isWhole = old?.present === null && (kept === size || fresh?.present === null);
  if (isWhole) return { labels, values, present: null, histograms: null };
  const present = new Uint8Array(size);
  if (old) mark(present, old.present?.subarray(from, from + kept), 0, kept);
  if (fresh) mark(present, fresh.present, kept, size);
  if (!present.includes(1)) return null;
  return { labels, values, present: present.includes(0) ? present : null, histograms: null };
}

function mark(present: Uint8Array, marks: Uint8Array | null | undefined, from: number, to: number): void {
  if (marks) present.set(marks, from);
  else present.fill(1, from, to);
}
