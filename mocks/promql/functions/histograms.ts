import { labelsKey } from '../../../src/model/labels.ts';
import { dropLabels, metricName, withLabel } from '../labels.ts';
import { formatFloat, parseNumber } from '../literals.ts';
import { type Column, emptyColumn, setValue } from '../values.ts';
import { type Bucket, bucketFraction, bucketQuantile, repairBuckets } from './buckets.ts';

interface Histogram {
  readonly column: Column;
  readonly buckets: { readonly bound: number; readonly column: Column }[];
}

const bucketLabels = new Set(['le']);

/** Bucket series gathered into histograms; a series whose `le` is no number belongs to none. */
function gather(columns: readonly Column[], count: number): Histogram[] {
  const histograms = new Map<string, Histogram>();
  for (const column of columns) {
    const bound = parseNumber(column.labels.le ?? '');
    if (bound === null) continue;
    const labels = dropLabels(column.labels, bucketLabels);
    const key = labelsKey(labels);
    const histogram = histograms.get(key) ?? { column: emptyColumn(labels, count, true), buckets: [] };
    histogram.buckets.push({ bound, column });
    histograms.set(key, histogram);
  }
  return [...histograms.values()];
}

function mapHistograms(
  columns: readonly Column[],
  count: number,
  compute: (buckets: readonly Bucket[], index: number) => number,
): Column[] {
  return gather(columns, count).map(({ column, buckets }) => {
    for (let i = 0; i < count; i++) {
      const there = buckets.filter((bucket) => bucket.column.present[i] === 1);
      const counts = there.map((bucket) => ({ bound: bucket.bound, count: bucket.column.values[i] ?? 0 }));
      if (counts.length > 0) setValue(column, i, compute(repairBuckets(counts), i));
    }
    return column;
  });
}

/** `histogram_quantile` on classic buckets; `q` holds one for each time. */
export function histogramQuantile(q: Float64Array, columns: readonly Column[]): Column[] {
  return mapHistograms(columns, q.length, (buckets, i) => bucketQuantile(q[i] ?? Number.NaN, buckets));
}

/** `histogram_fraction` on classic buckets; the bounds hold one for each time. */
export function histogramFraction(lower: Float64Array, upper: Float64Array, columns: readonly Column[]): Column[] {
  return mapHistograms(columns, lower.length, (buckets, i) =>
    bucketFraction(lower[i] ?? Number.NaN, upper[i] ?? Number.NaN, buckets),
  );
}

/** A number as OpenMetrics writes it: a whole one ends in `.0`. */
const formatQuantile = (q: number): string => (Number.isInteger(q) ? `${q}.0` : formatFloat(q));

/** `histogram_quantiles`: several quantiles at once, told apart by a label. */
export function histogramQuantiles(columns: readonly Column[], label: string, qs: readonly Float64Array[]): Column[] {
  return qs.flatMap((q) =>
    histogramQuantile(q, columns).map((column) => ({
      ...column,
      labels: withLabel(dropLabels(column.labels, new Set([metricName])), label, formatQuantile(q[0] ?? Number.NaN)),
    })),
  );
}
