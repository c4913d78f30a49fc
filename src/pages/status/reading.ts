import type { TsdbStatus } from '../../prometheus/types.ts';

/** Something about the database that is worth a sentence. */
export type Remark =
  | { readonly kind: 'label'; readonly name: string; readonly values: number }
  | { readonly kind: 'metric'; readonly name: string; readonly series: number; readonly share: number }
  /** `age` in ms. */
  | { readonly kind: 'longHead'; readonly age: number };

/**
 * A label of so many values is an id of something that comes and goes. Label values should be a small set that does not grow
 * (https://prometheus.io/docs/practices/naming/); instances of a large fleet stay below it.
 */
const MANY_VALUES = 1000;

/** A metric with a fifth of all series is where cutting a label pays; below a thousand series nothing needs to be cut. */
const LARGE_SHARE = 0.2;
const MANY_SERIES = 1000;

/** The head is cut at 1.5 times the length of a block, which is 2 h; with one more under way it stays below this, ms. */
const LONG_HEAD = 5 * 3_600_000;

/** Holds many values in every server: the names of metrics themselves, and the bounds of buckets. */
const natural: ReadonlySet<string> = new Set(['__name__', 'le']);

/** What stands out in the database, the worst first in each kind. */
export function readDatabase({
  head,
  seriesToday,
  labelValueCountByLabelName,
  seriesCountByMetricName,
}: TsdbStatus): readonly Remark[] {
  const labels = labelValueCountByLabelName
    .filter(({ name, value }) => value >= MANY_VALUES && !natural.has(name))
    .map(({ name, value }): Remark => ({ kind: 'label', name, values: value }));
  const all = head?.seriesCount ?? seriesToday ?? 0;
  const metrics = seriesCountByMetricName
    .filter(({ value }) => all > 0 && value >= MANY_SERIES && value / all >= LARGE_SHARE)
    .map(({ name, value }): Remark => ({ kind: 'metric', name, series: value, share: value / all }));
  const age = head === null ? 0 : head.maxTime - head.minTime;
  return [...labels, ...metrics, ...(age > LONG_HEAD ? [{ kind: 'longHead', age } as const] : [])];
}
