import { type Frame, isPresent, type Series } from '../../model/frame.ts';

/** The cumulative buckets of one classic histogram over time. */
export interface Buckets {
  /** Upper bounds, ascending; the last may be infinite. */
  readonly bounds: readonly number[];
  /** Epoch ms, ascending, `interval` ms apart. */
  readonly times: Float64Array;
  readonly interval: number;
  /** For each bound how many values are at most it, one at each time; NaN where that is not known. */
  readonly cumulative: readonly Float64Array[];
}

/** Why an answer is no classic histogram. */
export type NotBuckets = 'native' | 'no-le' | 'several';

/**
 * The histogram that an answer is: one series for each `le`, whatever their order. `native` when it has native histograms,
 * `no-le` when a series has no bound, `several` when bounds come twice, since then series are of several histograms.
 */
export function toBuckets({ times, step, series }: Frame): Buckets | NotBuckets {
  if (series.some(({ histograms }) => histograms !== null)) return 'native';
  const bounded = series
    .map((one) => ({ bound: boundOf(one), column: columnOf(one) }))
    .sort((a, b) => a.bound - b.bound);
  if (bounded.some(({ bound }) => Number.isNaN(bound))) return 'no-le';
  if (bounded.some(({ bound }, i) => bound === bounded[i - 1]?.bound)) return 'several';
  return {
    bounds: bounded.map(({ bound }) => bound),
    times,
    interval: step,
    cumulative: bounded.map(({ column }) => column),
  };
}

/** The value of `le`; NaN where there is none, or none that is a number. `+Inf` is the one word that Prometheus writes. */
function boundOf({ labels }: Series): number {
  const { le = '' } = labels;
  if (/^\+?inf$/i.test(le)) return Number.POSITIVE_INFINITY;
  return le.trim() === '' ? Number.NaN : Number(le);
}

function columnOf(series: Series): Float64Array {
  return series.values.map((value, i) => (isPresent(series, i) && Number.isFinite(value) ? value : Number.NaN));
}

/**
 * Columns of `every` times each, so that they are wide enough to be seen: the mean of what is known in them. Not the sum,
 * of counts either: by how much their windows overlap is not known (`increase` over 5 min at each 15 s counts every value
 * 20 times), and for want of some samples it would be too little. They begin at multiples of their width, so that they
 * hold the same times at the next refresh.
 */
export function pooled(buckets: Buckets, every: number): Buckets {
  const { times, interval, bounds } = buckets;
  if (every <= 1 || interval <= 0) return buckets;
  const width = interval * every;
  const groupOf = (time: number) => Math.floor(time / width);
  const groups = [...new Set(Array.from(times, groupOf))];
  const first = groups[0] ?? 0;
  const cumulative = buckets.cumulative.map((column) => {
    const sums = new Float64Array(groups.length);
    const counts = new Float64Array(groups.length);
    column.forEach((value, i) => {
      if (Number.isNaN(value)) return;
      const group = groupOf(times[i] ?? 0) - first;
      sums[group] = (sums[group] ?? 0) + value;
      counts[group] = (counts[group] ?? 0) + 1;
    });
    return sums.map((sum, group) => sum / (counts[group] ?? 0));
  });
  return {
    bounds,
    times: Float64Array.from(groups, (group) => group * width + (width - interval) / 2),
    interval: width,
    cumulative,
  };
}

/**
 * How many values are in each bucket: the difference to the bucket below it, never negative (a cumulative count that falls,
 * as rates of buckets scraped apart may, counts as the one below it). A difference is known only where both counts are:
 * NaN otherwise. Bucket by bucket, a count for each time.
 */
export function countsOf({ cumulative, times }: Buckets): Float64Array {
  const counts = new Float64Array(cumulative.length * times.length);
  for (let t = 0; t < times.length; t++) {
    let [below, highest] = [0, 0];
    for (const [b, column] of cumulative.entries()) {
      const count = column[t] ?? Number.NaN;
      counts[b * times.length + t] = Math.max(0, count - highest) + (Number.isNaN(below) ? Number.NaN : 0);
      if (count > highest) highest = count;
      below = count;
    }
  }
  return counts;
}

/** How many values there are at each time; NaN where nothing is known. */
export function totalsOf({ cumulative, times }: Buckets): Float64Array {
  return Float64Array.from(times, (_, t) => highestAt(cumulative, t));
}

/** A quantile at a time. `beyond`: it is above the last finite bound, and `value` is that bound. */
export interface Quantile {
  readonly value: number;
  readonly beyond: boolean;
}

const unknown: Quantile = { value: Number.NaN, beyond: false };

/**
 * The quantile `q` (0 to 1) of the values at the time with index `t`, as Prometheus's `histogram_quantile` computes it: values
 * are spread evenly within a bucket, the lowest one starts at zero when its bound is above zero, and what falls into the
 * bucket without an end is its lower bound. NaN without an infinite bucket, with fewer than two buckets, with no values, and
 * for the lowest value where the lowest bucket is empty.
 */
export function quantileAt({ bounds, cumulative }: Buckets, q: number, t: number): Quantile {
  const highest = highestAt(cumulative, t);
  if (bounds.at(-1) !== Number.POSITIVE_INFINITY || Number.isNaN(cumulative.at(-1)?.[t] ?? Number.NaN)) return unknown;
  if (!(highest > 0)) return unknown;
  const rank = q * highest;
  // The bucket below, its count raised to what is below it: cumulative counts never fall.
  let [start, below] = [Number.NaN, 0];
  for (let b = 0; b < bounds.length; b++) {
    const end = bounds[b] ?? Number.NaN;
    const read = cumulative[b]?.[t] ?? Number.NaN;
    if (Number.isNaN(read)) continue;
    const count = Math.max(read, below);
    if (end === Number.POSITIVE_INFINITY) return Number.isNaN(start) ? unknown : { value: start, beyond: true };
    if (count >= rank) {
      if (Number.isNaN(start) && end <= 0) return { value: end, beyond: false };
      const from = Number.isNaN(start) ? 0 : start;
      return { value: from + ((end - from) * (rank - below)) / (count - below), beyond: false };
    }
    [start, below] = [end, count];
  }
  return unknown;
}

/** The count of all at a time; NaN where nothing is known. */
function highestAt(cumulative: readonly Float64Array[], t: number): number {
  let highest = Number.NaN;
  for (const column of cumulative) {
    const count = column[t] ?? Number.NaN;
    if (!Number.isNaN(count) && !(count <= highest)) highest = count;
  }
  return highest;
}
