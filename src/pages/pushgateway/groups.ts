import { labelsKey } from '../../model/labels.ts';
import type { Language } from '../../model/language.ts';
import { formatText } from '../../model/units.ts';
import type { PushedGroup, PushedMetric } from '../../pushgateway/types.ts';

/** How old the last good push may be, ms, by its name in the URL. */
export const thresholds = { '1m': 60_000, '5m': 300_000, '1h': 3_600_000, '1d': 86_400_000 } as const;
export type Threshold = keyof typeof thresholds;
export const thresholdNames: readonly Threshold[] = ['1m', '5m', '1h', '1d'];

export interface ListedGroup {
  readonly group: PushedGroup;
  /** What it is called: its job, then its other labels. */
  readonly name: string;
  readonly key: string;
  readonly isStale: boolean;
  readonly tone: 'critical' | 'warning' | 'ok';
}

/**
 * The groups, what failed first, then what is stale.
 * @param threshold ms from which on a push is stale
 * @param now the time, epoch ms
 */
export function listGroups(groups: readonly PushedGroup[], threshold: number, now: number): readonly ListedGroup[] {
  return groups
    .map((group): ListedGroup => {
      const isStale = group.pushedAt === null || now - group.pushedAt > threshold;
      const tone = group.lastPushSuccessful ? (isStale ? 'warning' : 'ok') : 'critical';
      return { group, name: nameOf(group), key: labelsKey(group.labels), isStale, tone };
    })
    .sort((a, b) => tones.indexOf(a.tone) - tones.indexOf(b.tone) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

function nameOf({ labels: { job = '', ...rest } }: PushedGroup): string {
  return [job, ...Object.entries(rest).map(([name, value]) => `${name}=${value}`)].join(' ');
}

/** Seconds since the epoch that any clock could have told since 2001: what is less is no time. */
const EARLIEST = 1e9;

/**
 * A value as it is read: a time, a duration or a size where the metric's name says so, as Prometheus has them named, else
 * the number; what is none, as it came.
 */
export function valueText(name: string, text: string, language: Language, timeZone: string): string {
  const value = Number(text);
  if (text === '' || !Number.isFinite(value)) return text;
  if (/_(created|timestamp_seconds|time_seconds)$/.test(name) && value >= EARLIEST) {
    return formatText(value * 1000, { unit: 'dateTimeAsIso', language, timeZone });
  }
  const unit = name.endsWith('_seconds') ? 's' : name.endsWith('_bytes') ? 'bytes' : 'none';
  return formatText(value, { unit, language });
}

/** The value of a metric that is one number, and what sums up one that is several. `write` makes text of numbers. */
export function numberOf(
  metric: PushedMetric,
  summary: (count: string, sum: string) => string,
  write: { readonly count: (text: string) => string; readonly value: (text: string) => string },
): string {
  if (metric.value !== null) return write.value(metric.value);
  return summary(write.count(metric.count ?? '?'), write.value(metric.sum ?? '?'));
}

const byNumber = ([a]: readonly [string, string], [b]: readonly [string, string]) => toNumber(a) - toNumber(b);
const toNumber = (bound: string) => (bound === '+Inf' ? Infinity : Number(bound));

/** The parts of a histogram or a summary, by bound or quantile, the smallest first: `≤ 0.5` and `q 0.9`. */
export function partsOf({ buckets, quantiles }: PushedMetric): readonly (readonly [string, string])[] {
  return [
    ...Object.entries(buckets ?? {})
      .sort(byNumber)
      .map(([bound, count]) => [`≤ ${bound}`, count] as const),
    ...Object.entries(quantiles ?? {})
      .sort(byNumber)
      .map(([quantile, value]) => [`q ${quantile}`, value] as const),
  ];
}

const tones: readonly ListedGroup['tone'][] = ['critical', 'warning', 'ok'];
