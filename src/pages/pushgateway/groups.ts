import { labelsKey } from '../../model/labels.ts';
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

/** The value of a metric that is one number, and what sums up one that is several. */
export function numberOf(metric: PushedMetric, summary: (count: string, sum: string) => string): string {
  return metric.value ?? summary(metric.count ?? '?', metric.sum ?? '?');
}

/** The parts of a histogram or a summary, by bound or quantile: `le 0.5` and `0.9`. */
export function partsOf({ buckets, quantiles }: PushedMetric): readonly (readonly [string, string])[] {
  return [
    ...Object.entries(buckets ?? {}).map(([bound, count]) => [`≤ ${bound}`, count] as const),
    ...Object.entries(quantiles ?? {}).map(([quantile, value]) => [`q ${quantile}`, value] as const),
  ];
}

const tones: readonly ListedGroup['tone'][] = ['critical', 'warning', 'ok'];
