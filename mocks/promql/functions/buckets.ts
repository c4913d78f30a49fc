/** A bucket of a classic histogram: how many observations were at most `bound`. */
export interface Bucket {
  readonly bound: number;
  readonly count: number;
}

/** Differences below this share are noise of floating point, not a fall. */
const tolerance = 1e-12;

/** Sorted buckets, those of one bound added up, and counts that fall from bucket to bucket raised to the one before. */
export function repairBuckets(buckets: readonly Bucket[]): Bucket[] {
  const repaired: { bound: number; count: number }[] = [];
  for (const { bound, count } of [...buckets].sort((a, b) => (a.bound < b.bound ? -1 : Number(a.bound > b.bound)))) {
    const last = repaired.at(-1);
    if (last?.bound === bound) last.count += count;
    else repaired.push({ bound, count });
  }
  let highest = repaired[0]?.count ?? 0;
  for (const bucket of repaired) {
    const near = Math.abs(bucket.count - highest) <= tolerance * (Math.abs(bucket.count) + Math.abs(highest));
    if (near || bucket.count < highest) bucket.count = highest;
    highest = bucket.count;
  }
  return repaired;
}

/** The q-quantile of repaired buckets, by linear interpolation within a bucket, as Prometheus computes it. */
export function bucketQuantile(q: number, buckets: readonly Bucket[]): number {
  if (Number.isNaN(q)) return Number.NaN;
  if (q < 0) return Number.NEGATIVE_INFINITY;
  if (q > 1) return Number.POSITIVE_INFINITY;
  const last = buckets.at(-1);
  if (last?.bound !== Number.POSITIVE_INFINITY || buckets.length < 2 || last.count === 0 || Number.isNaN(last.count)) {
    return Number.NaN;
  }
  const rank = q * last.count;
  const found = buckets.slice(0, -1).findIndex(({ count }) => count >= rank);
  const index = found < 0 ? buckets.length - 1 : found;
  const { bound = 0, count = 0 } = buckets[index] ?? {};
  if (index === buckets.length - 1) return buckets[index - 1]?.bound ?? Number.NaN;
  if (index === 0 && bound <= 0) return bound;
  const below = buckets[index - 1] ?? { bound: 0, count: 0 };
  return below.bound + (bound - below.bound) * ((rank - below.count) / (count - below.count));
}

/** The share of observations between two bounds, of repaired buckets. */
export function bucketFraction(lower: number, upper: number, buckets: readonly Bucket[]): number {
  const last = buckets.at(-1);
  const total = last?.count ?? 0;
  if (last?.bound !== Number.POSITIVE_INFINITY || total === 0) return Number.NaN;
  if (Number.isNaN(total) || Number.isNaN(lower) || Number.isNaN(upper)) return Number.NaN;
  if (lower >= upper) return 0;
  return (rankOf(upper, buckets) - rankOf(lower, buckets)) / total;
}

/** How many observations are estimated to be at most `value`. */
function rankOf(value: number, buckets: readonly Bucket[]): number {
  const total = buckets.at(-1)?.count ?? 0;
  if (value === Number.POSITIVE_INFINITY) return total;
  if (value === Number.NEGATIVE_INFINITY) return 0;
  const index = buckets.findIndex(({ bound }) => bound >= value);
  const { bound = 0, count = 0 } = buckets[index] ?? {};
  if (bound === value) return count;
  const below = buckets[index - 1];
  // The lowest bucket starts at zero; one not above zero is infinitely wide, and nothing of it is shared out.
  if (!below && bound <= 0) return count;
  const { bound: start, count: base } = below ?? { bound: 0, count: 0 };
  if (value <= start) return base;
  if (bound === Number.POSITIVE_INFINITY) return base;
  return base + (count - base) * ((value - start) / (bound - start));
}
