import type { BucketFall } from '../annotations.ts';

/** Differences below this share are noise of floating point, not a fall. */
const tolerance = 1e-12;

/** The buckets of a classic histogram at one time: how many observations were at most each bound. */
export class Buckets {
  private readonly bounds: Float64Array;
  private readonly counts: Float64Array;
  private length = 0;

  /** Room for `most` buckets. */
  constructor(most: number) {
    this.bounds = new Float64Array(most);
    this.counts = new Float64Array(most);
  }

  get size(): number {
    return this.length;
  }

  clear(): void {
    this.length = 0;
  }

  /** Adds a bucket whose bound is no lower than those before; the counts of one bound are added up. */
  add(bound: number, count: number): void {
    const last = this.length - 1;
    if (last >= 0 && this.bounds[last] === bound) this.counts[last] = this.count(last) + count;
    else {
      this.bounds[this.length] = bound;
      this.counts[this.length] = count;
      this.length++;
    }
  }

  /** Whether there are observations, all of them in the last bucket, whose bound is infinite. */
  private get isWhole(): boolean {
    const total = this.count(this.length - 1);
    return this.bound(this.length - 1) === Number.POSITIVE_INFINITY && total !== 0 && !Number.isNaN(total);
  }

  private bound(index: number): number {
    return this.bounds[index] ?? 0;
  }

  private count(index: number): number {
    return this.counts[index] ?? 0;
  }

  /** Raises counts that fall from bucket to bucket to the one before. Says where they fell; null: nowhere. */
  private repair(): BucketFall | null {
    let most = this.count(0);
    let lowest = Number.POSITIVE_INFINITY;
    let highest = Number.NEGATIVE_INFINITY;
    let difference = 0;
    for (let i = 1; i < this.length; i++) {
      const count = this.count(i);
      if (count === most) continue;
      const near = Math.abs(count - most) <= tolerance * (Math.abs(count) + Math.abs(most));
      if (near || count < most) this.counts[i] = most;
      else most = count;
      if (near || !(count < most)) continue;
      lowest = Math.min(lowest, this.bound(i));
      highest = this.bound(i);
      difference = Math.max(difference, most - count);
    }
    return difference > 0 ? { lowest, highest, difference } : null;
  }

  /**
   * The q-quantile by linear interpolation within a bucket, as Prometheus computes it. `onFall` hears where counts had to
   * be raised for it.
   */
  quantile(q: number, onFall: (fall: BucketFall) => void): number {
    if (Number.isNaN(q)) return Number.NaN;
    if (q < 0) return Number.NEGATIVE_INFINITY;
    if (q > 1) return Number.POSITIVE_INFINITY;
    const last = this.length - 1;
    if (this.bound(last) !== Number.POSITIVE_INFINITY) return Number.NaN;
    const fall = this.repair();
    if (fall) onFall(fall);
    if (last < 1 || !this.isWhole) return Number.NaN;
    const rank = q * this.count(last);
    let index = 0;
    while (index < last && !(this.count(index) >= rank)) index++;
    if (index === last) return this.bound(last - 1);
    const bound = this.bound(index);
    if (index === 0 && bound <= 0) return bound;
    const start = index === 0 ? 0 : this.bound(index - 1);
    const below = index === 0 ? 0 : this.count(index - 1);
    return start + (bound - start) * ((rank - below) / (this.count(index) - below));
  }

  /** The share of observations between two bounds. */
  fraction(lower: number, upper: number): number {
    if (!this.isWhole || Number.isNaN(lower) || Number.isNaN(upper)) return Number.NaN;
    if (lower >= upper) return 0;
    return (this.rank(upper) - this.rank(lower)) / this.count(this.length - 1);
  }

  /** How many observations are estimated to be at most `value`. */
  private rank(value: number): number {
    const total = this.count(this.length - 1);
    if (value === Number.POSITIVE_INFINITY) return total;
    if (value === Number.NEGATIVE_INFINITY) return 0;
    const index = this.bounds.findIndex((bound) => bound >= value);
    const bound = this.bound(index);
    const count = this.count(index);
    // The lowest bucket starts at zero; one not above zero is infinitely wide, and nothing of it is shared out.
    if (bound === value || (index === 0 && bound <= 0)) return Math.min(count, total);
    const start = index === 0 ? 0 : this.bound(index - 1);
    const below = index === 0 ? 0 : this.count(index - 1);
    if (value <= start || bound === Number.POSITIVE_INFINITY) return Math.min(below, total);
    return Math.min(below + (count - below) * ((value - start) / (bound - start)), total);
  }
}
