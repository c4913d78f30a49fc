import { labelsKey } from '../../../src/model/labels.ts';
import { dropLabels, labelValue, metricName, withLabel } from '../labels.ts';
import { formatFloat, parseFloatText } from '../literals.ts';
import { type Column, type Context, emptyColumn, type Grid, setValue } from '../values.ts';
import { Buckets } from './buckets.ts';

/** A classic histogram's series, in the order of their bounds. */
interface Histogram {
  readonly name: string;
  readonly column: Column;
  readonly buckets: { readonly bound: number; readonly column: Column }[];
}

/** A vector of bucket series: their columns, and where in the query's text it stands. */
export interface BucketVector {
  readonly columns: readonly Column[];
  readonly from: number;
}

const bucketLabels = new Set(['le']);

/** Bucket series gathered into histograms; a series whose `le` is no number belongs to none. */
function gather({ columns, from }: BucketVector, { annotations }: Context, count: number): Histogram[] {
  const histograms = new Map<string, Histogram>();
  for (const column of columns) {
    if (!column.present.includes(1)) continue;
    const name = labelValue(column.labels, metricName);
    const le = labelValue(column.labels, 'le');
    const bound = parseFloatText(le);
    if (bound === null) {
      annotations.badBucket(name, le, from);
      continue;
    }
    const labels = dropLabels(column.labels, bucketLabels);
    const key = labelsKey(labels);
    const histogram = histograms.get(key) ?? { name, column: emptyColumn(labels, count, true), buckets: [] };
    histogram.buckets.push({ bound, column });
    histograms.set(key, histogram);
  }
  for (const { buckets } of histograms.values()) {
    buckets.sort((a, b) => (a.bound < b.bound ? -1 : Number(a.bound > b.bound)));
  }
  return [...histograms.values()];
}

function mapHistograms(
  vector: BucketVector,
  context: Context,
  count: number,
  compute: (buckets: Buckets, index: number, name: string) => number,
): Column[] {
  return gather(vector, context, count).map(({ name, column, buckets }) => {
    const there = new Buckets(buckets.length);
    context.meter.work(count * buckets.length);
    for (let i = 0; i < count; i++) {
      there.clear();
      for (const { bound, column: counts } of buckets) {
        if (counts.present[i] === 1) there.add(bound, counts.values[i] ?? 0);
      }
      if (there.size > 0) setValue(column, i, compute(there, i, name));
    }
    return column;
  });
}

/** The quantiles of a function's argument: one for each time, and where in the query's text they stand. */
export interface Quantiles {
  readonly values: Float64Array;
  readonly from: number;
}

/** `histogram_quantile` on classic buckets. */
export function histogramQuantile(
  { values: q, from }: Quantiles,
  vector: BucketVector,
  context: Context,
  grid: Grid,
): Column[] {
  const { annotations } = context;
  annotations.quantiles(q, from);
  return mapHistograms(vector, context, grid.count, (buckets, i, name) =>
    buckets.quantile(q[i] ?? Number.NaN, (fall) =>
      annotations.fallingBuckets(name, fall, grid.start + i * grid.step, vector.from),
    ),
  );
}

/** `histogram_fraction` on classic buckets; the bounds hold one for each time. */
export function histogramFraction(
  lower: Float64Array,
  upper: Float64Array,
  vector: BucketVector,
  context: Context,
): Column[] {
  return mapHistograms(vector, context, lower.length, (buckets, i) =>
    buckets.fraction(lower[i] ?? Number.NaN, upper[i] ?? Number.NaN),
  );
}

/** A number as OpenMetrics writes it: a whole one ends in `.0`. */
const formatQuantile = (q: number): string => (Number.isInteger(q) ? `${q}.0` : formatFloat(q));

/** `histogram_quantiles`: several quantiles at once, told apart by a label. */
export function histogramQuantiles(
  vector: BucketVector,
  label: string,
  qs: readonly Quantiles[],
  context: Context,
  grid: Grid,
): Column[] {
  return qs.flatMap((q) =>
    histogramQuantile(q, vector, context, grid).map((column) => ({
      ...column,
      labels: withLabel(
        dropLabels(column.labels, new Set([metricName])),
        label,
        formatQuantile(q.values[0] ?? Number.NaN),
      ),
    })),
  );
}
