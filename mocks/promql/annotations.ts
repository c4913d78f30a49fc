import { placeOf } from './errors.ts';
import { formatGeneral } from './literals.ts';

/** Where counts of a histogram's buckets fell from one bucket to the next, at one time. */
export interface BucketFall {
  /** The lowest and highest bucket whose count was raised, and by how much at most. */
  readonly lowest: number;
  readonly highest: number;
  readonly difference: number;
}

interface Falls extends BucketFall {
  readonly from: number;
  readonly first: number;
  readonly last: number;
  readonly samples: number;
}

/** A second of a time in epoch ms, as RFC 3339 writes it. */
const formatTime = (time: number): string => `${new Date(time).toISOString().slice(0, -5)}Z`;

const quote = (text: string): string => JSON.stringify(text);
const ofMetric = (name: string): string => (name === '' ? '' : ` for metric name ${quote(name)}`);

/**
 * What Prometheus would remark of a query, in its words. Each remark is made once, with the place of the expression that
 * first gave cause; `from` is that expression's offset in the text.
 */
export class Annotations {
  private readonly text: string;
  private readonly warned = new Map<string, number>();
  private readonly informed = new Map<string, number>();
  private readonly falls = new Map<string, Falls>();

  constructor(text: string) {
    this.text = text;
  }

  get warnings(): string[] {
    return [...this.warned].map(([remark, from]) => `PromQL warning: ${remark} (${placeOf(this.text, from)})`);
  }

  get infos(): string[] {
    const infos = [...this.informed].map(([remark, from]) => `PromQL info: ${remark} (${placeOf(this.text, from)})`);
    return [...infos, ...[...this.falls].map(([remark, falls]) => `PromQL info: ${remark}${this.describe(falls)}`)];
  }

  /** Quantiles of a query's steps, where they are no quantiles. */
  quantiles(values: Float64Array, from: number): void {
    for (const bad of extremesBeyond(values, 0, 1)) {
      this.warn(`quantile value should be between 0 and 1, got ${formatGeneral(bad)}`, from);
    }
  }

  /** Ratios of a query's steps, where they are no ratios. */
  ratios(values: Float64Array, from: number): void {
    for (const bad of extremesBeyond(values, -1, 1)) {
      const capped = Math.sign(bad);
      const remark = `ratio value should be between -1 and 1, got ${formatGeneral(bad)}, capping to ${capped}`;
      this.warn(remark, from);
    }
  }

  badBucket(name: string, label: string, from: number): void {
    this.warn(`bucket label "le" is missing or has a malformed value of ${quote(label)}${ofMetric(name)}`, from);
  }

  sortedRange(from: number): void {
    this.warn('sort is ineffective for range queries since results are always ordered by labels', from);
  }

  /** Remarks on a rate of a metric that by its name is no counter. */
  rateOf(name: string, from: number): void {
    if (name === '' || /_(?:total|sum|count|bucket)$/.test(name)) return;
    const remark = `metric might not be a counter, name does not end in _total/_sum/_count/_bucket: ${quote(name)}`;
    if (!this.informed.has(remark)) this.informed.set(remark, from);
  }

  /** Remarks that a histogram's counts had to be raised at a time. */
  fallingBuckets(name: string, { lowest, highest, difference }: BucketFall, time: number, from: number): void {
    const guide = 'https://prometheus.io/docs/prometheus/latest/querying/functions/#histogram_quantile';
    const remark = `input to histogram_quantile needed to be fixed for monotonicity (see ${guide})${ofMetric(name)}`;
    const held = this.falls.get(remark);
    this.falls.set(remark, {
      from: held?.from ?? from,
      lowest: Math.min(lowest, held?.lowest ?? lowest),
      highest: Math.max(highest, held?.highest ?? highest),
      difference: Math.max(difference, held?.difference ?? difference),
      first: Math.min(time, held?.first ?? time),
      last: Math.max(time, held?.last ?? time),
      samples: (held?.samples ?? 0) + 1,
    });
  }

  private describe({ from, lowest, highest, difference, first, last, samples }: Falls): string {
    const buckets = `from buckets ${formatGeneral(lowest)} to ${formatGeneral(highest)}`;
    const span = `over ${samples} samples from ${formatTime(first)} to ${formatTime(last)}`;
    const most = formatGeneral(difference, 2);
    return `, ${buckets}, with a max diff of ${most}, ${span} (${placeOf(this.text, from)})`;
  }

  private warn(remark: string, from: number): void {
    if (!this.warned.has(remark)) this.warned.set(remark, from);
  }
}

/** Of values beyond two bounds the most extreme, and NaN where there is one. */
function extremesBeyond(values: Float64Array, least: number, most: number): number[] {
  let lowest = least;
  let highest = most;
  let missing = false;
  for (const value of values) {
    if (value < lowest) lowest = value;
    else if (value > highest) highest = value;
    else if (Number.isNaN(value)) missing = true;
  }
  return [...(missing ? [Number.NaN] : []), ...(highest > most ? [highest] : []), ...(lowest < least ? [lowest] : [])];
}
