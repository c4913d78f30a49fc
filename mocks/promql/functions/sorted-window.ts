import { quantileOfSorted, sortAscending } from '../statistics.ts';
import type { Window } from './windows.ts';

/** Where a number is, or would be put, among sorted ones; NaN comes before all. */
function placeAmong(sorted: Float64Array, length: number, value: number): number {
  if (Number.isNaN(value)) return 0;
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = sorted[middle] ?? 0;
    if (other < value || Number.isNaN(other)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The values of a series' windows in ascending order, NaN first: kept from one window to the next, not sorted anew. */
export class SortedWindow {
  private sorted = new Float64Array(64);
  private from = 0;
  private to = 0;

  /** The sorted values of a window that begins and ends no earlier than the one before; good until the next call. */
  slide({ values, from, to }: Window): Float64Array {
    // Moving a value costs about as much as sorting one: with half of the values gone, sorting is no slower.
    if (from - this.from > (this.to - this.from) / 2) {
      this.makeRoom(to - from);
      this.sorted.set(values.subarray(from, to));
      sortAscending(this.sorted.subarray(0, to - from));
    } else {
      for (let i = this.from; i < from; i++) this.remove(values[i] ?? 0, this.to - i);
      this.makeRoom(to - from);
      for (let i = this.to; i < to; i++) this.insert(values[i] ?? 0, i - from);
    }
    this.from = from;
    this.to = to;
    return this.sorted.subarray(0, to - from);
  }

  private makeRoom(length: number): void {
    if (length <= this.sorted.length) return;
    const larger = new Float64Array(length * 2);
    larger.set(this.sorted);
    this.sorted = larger;
  }

  private remove(value: number, length: number): void {
    const place = placeAmong(this.sorted, length, value);
    this.sorted.copyWithin(place, place + 1, length);
  }

  private insert(value: number, length: number): void {
    const place = placeAmong(this.sorted, length, value);
    this.sorted.copyWithin(place + 1, place, length);
    this.sorted[place] = value;
  }
}

/** Median of the distances of sorted values from their median; NaN where one of them is, or where the median is infinite. */
export function medianDeviation(sorted: Float64Array): number {
  const median = quantileOfSorted(0.5, sorted);
  if (Number.isNaN(sorted[0]) || !Number.isFinite(median)) return Number.NaN;
  // From the median outwards, the distances come in ascending order.
  let right = placeAmong(sorted, sorted.length, median);
  let left = right - 1;
  let before = 0;
  let distance = 0;
  for (let taken = 0; taken <= sorted.length >> 1; taken++) {
    before = distance;
    const below = left < 0 ? Number.POSITIVE_INFINITY : median - (sorted[left] ?? 0);
    const above = right >= sorted.length ? Number.POSITIVE_INFINITY : (sorted[right] ?? 0) - median;
    if (below < above) left--;
    else right++;
    distance = Math.min(below, above);
  }
  return sorted.length % 2 === 1 ? distance : before * 0.5 + distance * 0.5;
}
