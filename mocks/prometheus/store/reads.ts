import type { ReadHint } from '../../promql/values.ts';

/** The scrapes of one target, numbered: number k is at `phase + k * interval`, in epoch ms and ms. */
export interface ScrapeGrid {
  readonly phase: number;
  readonly interval: number;
}

/** Numbers of successive scrapes, both included; none where the last is before the first. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

/** The scrapes from `from` to `to`, epoch ms, both included. */
export function spanOf({ phase, interval }: ScrapeGrid, from: number, to: number): Span {
  return { first: Math.ceil((from - phase) / interval), last: Math.floor((to - phase) / interval) };
}

export function lengthOf({ first, last }: Span): number {
  return Math.max(0, last - first + 1);
}

/** Epoch ms of the scrapes of a span. */
export function timesOf({ phase, interval }: ScrapeGrid, span: Span): Float64Array {
  const times = new Float64Array(lengthOf(span));
  for (let i = 0; i < times.length; i++) times[i] = phase + (span.first + i) * interval;
  return times;
}

/** How many scrapes of a window are read at most. */
function perWindow({ interval }: ScrapeGrid, { range, newestOnly }: ReadHint): number {
  return newestOnly ? 1 : Math.floor(range / interval) + 1;
}

/** How many scrapes of a span a hint asks for, at most. */
export function hintedLength(grid: ScrapeGrid, span: Span, hint: ReadHint): number {
  return Math.min(lengthOf(span), hint.count * perWindow(grid, hint));
}

/** Epoch ms of the scrapes of a span that a hint asks for, ascending. */
export function hintedTimes(grid: ScrapeGrid, span: Span, hint: ReadHint): Float64Array {
  const times = new Float64Array(hintedLength(grid, span, hint));
  let length = 0;
  let next = span.first;
  for (let i = 0; i < hint.count; i++) {
    const end = hint.start + i * hint.step;
    // Windows are open on the left.
    const window = spanOf(grid, end - hint.range, end);
    const opening = grid.phase + window.first * grid.interval <= end - hint.range ? window.first + 1 : window.first;
    const last = Math.min(window.last, span.last);
    const first = Math.max(next, hint.newestOnly ? Math.max(opening, last) : opening);
    for (let number = first; number <= last; number++) times[length++] = grid.phase + number * grid.interval;
    next = Math.max(next, last + 1);
  }
  return times.subarray(0, length);
}
