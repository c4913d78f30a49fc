/** A figure of the numbers of an array from `from` (inclusive) to `to` (exclusive), at least one. */
export type Reducer = (values: Float64Array, from: number, to: number) => number;

/** Kahan's sum with Neumaier's improvement, as Prometheus adds. */
export const sum: Reducer = (values, from, to) => {
  let total = 0;
  let lost = 0;
  for (let i = from; i < to; i++) {
    const value = values[i] ?? 0;
    const next = total + value;
    if (!Number.isFinite(next)) lost = 0;
    else if (Math.abs(total) >= Math.abs(value)) lost += total - next + value;
    else lost += value - next + total;
    total = next;
  }
  return total + lost;
};

/** The mean; where the sum would overflow, it is taken bit by bit. */
export const average: Reducer = (values, from, to) => {
  const count = to - from;
  const total = sum(values, from, to);
  if (Number.isFinite(total)) return total / count;
  let mean = 0;
  for (let i = from; i < to; i++) {
    const value = values[i] ?? 0;
    const seen = i - from + 1;
    // An infinite mean stays as it is, unless the other infinity or NaN comes.
    if (!Number.isFinite(mean) && (Number.isFinite(value) || value === mean)) continue;
    mean += value / seen - mean / seen;
  }
  return mean;
};

export const minimum: Reducer = (values, from, to) => {
  let least = values[from] ?? Number.NaN;
  for (let i = from + 1; i < to; i++) {
    const value = values[i] ?? 0;
    if (value < least || Number.isNaN(least)) least = value;
  }
  return least;
};

export const maximum: Reducer = (values, from, to) => {
  let most = values[from] ?? Number.NaN;
  for (let i = from + 1; i < to; i++) {
    const value = values[i] ?? 0;
    if (value > most || Number.isNaN(most)) most = value;
  }
  return most;
};

export const count: Reducer = (_, from, to) => to - from;

/** Population variance, by Welford's method. */
export const variance: Reducer = (values, from, to) => {
  let mean = 0;
  let squares = 0;
  for (let i = from; i < to; i++) {
    const value = values[i] ?? 0;
    const delta = value - mean;
    mean += delta / (i - from + 1);
    squares += delta * (value - mean);
  }
  return squares / (to - from);
};

export const deviation: Reducer = (values, from, to) => Math.sqrt(variance(values, from, to));

/** Sorts numbers in place, NaN first. */
export function sortAscending(values: Float64Array): Float64Array {
  values.sort();
  let missing = 0;
  while (missing < values.length && Number.isNaN(values[values.length - 1 - missing])) missing++;
  if (missing > 0) values.copyWithin(missing, 0, values.length - missing).fill(Number.NaN, 0, missing);
  return values;
}

/** The q-quantile of sorted numbers with linear interpolation; infinite where q is outside 0 to 1, as Prometheus says it. */
export function quantileOfSorted(q: number, sorted: Float64Array): number {
  if (sorted.length === 0 || Number.isNaN(q)) return Number.NaN;
  if (q < 0) return Number.NEGATIVE_INFINITY;
  if (q > 1) return Number.POSITIVE_INFINITY;
  const rank = q * (sorted.length - 1);
  const lower = Math.max(0, Math.floor(rank));
  const upper = Math.min(sorted.length - 1, lower + 1);
  const weight = rank - Math.floor(rank);
  return (sorted[lower] ?? 0) * (1 - weight) + (sorted[upper] ?? 0) * weight;
}

/** Order of numbers with NaN first. */
export function ascending(a: number, b: number): number {
  if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : -1;
  if (Number.isNaN(b)) return 1;
  return a < b ? -1 : Number(a > b);
}

/** Order of numbers from large to small, with NaN last. */
export const descending = (a: number, b: number): number =>
  Number.isNaN(a) || Number.isNaN(b) ? Number(Number.isNaN(a)) - Number(Number.isNaN(b)) : ascending(b, a);
