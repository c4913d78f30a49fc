import type { Target } from '../model/target.ts';

/** Why a query that went well has nothing to show. Times are epoch ms, durations ms. */
export type EmptyReason =
  | { readonly kind: 'no-metric'; readonly names: readonly string[] }
  | { readonly kind: 'no-match'; readonly selector: string }
  | { readonly kind: 'ended'; readonly at: number }
  | { readonly kind: 'down'; readonly at: number; readonly instance: string; readonly error: string }
  | { readonly kind: 'too-short'; readonly scrapeInterval: number }
  | { readonly kind: 'filtered-out' }
  | { readonly kind: 'unknown' };

/** What two cheap queries found out about the selectors of an empty query. */
export interface EmptyFindings {
  /** Metric names the expression reads. */
  readonly names: readonly string[];
  /** Those of them that the server has ever had in the window that was looked at. */
  readonly known: ReadonlySet<string>;
  readonly selectors: readonly {
    readonly text: string;
    /** Its newest sample, epoch ms; null when no series fits. */
    readonly newest: number | null;
    /** The labels of the newest series, to find its target. */
    readonly labels: Readonly<Record<string, string>>;
  }[];
  readonly targets: readonly Target[];
  /** The end of the range that was empty, epoch ms. */
  readonly end: number;
  readonly scrapeInterval: number;
  /** The expression takes rates over windows, which need two samples. */
  readonly takesRate: boolean;
}

/** Samples count as ended when the newest is older than this: Prometheus's own lookback. */
const LOOKBACK = 5 * 60_000;

/** The first thing that explains it, from the coarsest to the finest. */
export function emptyReason(findings: EmptyFindings): EmptyReason {
  const { names, known, selectors, targets, end, scrapeInterval, takesRate } = findings;
  const missing = names.filter((name) => !known.has(name));
  if (missing.length > 0) return { kind: 'no-metric', names: missing };
  const unmatched = selectors.find(({ newest }) => newest === null);
  if (unmatched !== undefined) return { kind: 'no-match', selector: unmatched.text };
  for (const { newest, labels } of selectors) {
    if (newest === null || end - newest <= LOOKBACK) continue;
    const target = targets.find(
      (candidate) =>
        candidate.health === 'down' &&
        candidate.labels.job === labels.job &&
        candidate.labels.instance === labels.instance,
    );
    if (target === undefined) return { kind: 'ended', at: newest };
    return { kind: 'down', at: newest, instance: target.labels.instance ?? target.scrapeUrl, error: target.lastError };
  }
  if (selectors.length === 0) return { kind: 'unknown' };
  return takesRate ? { kind: 'too-short', scrapeInterval } : { kind: 'filtered-out' };
}
