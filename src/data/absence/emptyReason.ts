import { isDown } from '../../model/absence.ts';
import type { Labels } from '../../model/labels.ts';
import type { Target } from '../../model/target.ts';
import type { Window } from '../../prometheus/windows.ts';

/** Why a query that went well has nothing to show. Times are epoch ms, durations ms. */
export type EmptyReason =
  | { readonly kind: 'no-metric'; readonly names: readonly string[] }
  | { readonly kind: 'no-match'; readonly selector: string }
  | { readonly kind: 'ended'; readonly at: number }
  | { readonly kind: 'down'; readonly at: number; readonly instance: string; readonly error: string }
  /** `window` is too short for samples `scrapeInterval` apart; `needed` is long enough. */
  | { readonly kind: 'too-short'; readonly scrapeInterval: number; readonly window: number; readonly needed: number }
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
  /** Labels of the targets that are down now. */
  readonly down: readonly Labels[];
  /** The list of targets, which may be some minutes old. */
  readonly targets: readonly Target[];
  /** The end of the range that was empty, epoch ms. */
  readonly end: number;
  /** How often what the expression reads is scraped, ms, where the labels of its series do not tell. */
  readonly scrapeInterval: number;
  readonly windows: readonly Window[];
}

/** Samples count as ended when the newest is older than this: Prometheus's own lookback. */
const LOOKBACK = 5 * 60_000;
/** A window of so many scrapes survives a failed one, and scrapes that are not quite on time. */
const GOOD_SCRAPES = 4;

/** The first thing that explains it, from the coarsest to the finest. */
export function emptyReason(findings: EmptyFindings): EmptyReason {
  const { names, known, selectors, targets, down, end, windows } = findings;
  const missing = names.filter((name) => !known.has(name));
  if (missing.length > 0) return { kind: 'no-metric', names: missing };
  const unmatched = selectors.find(({ newest }) => newest === null);
  if (unmatched !== undefined) return { kind: 'no-match', selector: unmatched.text };
  for (const { newest, labels } of selectors) {
    if (newest !== null && isDown(labels, down)) {
      const error = targetOf(targets, labels)?.lastError ?? '';
      return { kind: 'down', at: newest, instance: labels.instance ?? '', error };
    }
    if (newest !== null && end - newest > LOOKBACK) return { kind: 'ended', at: newest };
  }
  if (selectors.length === 0) return { kind: 'unknown' };
  const scrapeInterval = Math.max(
    ...selectors.map(({ labels }) => targetOf(targets, labels)?.scrapeInterval ?? findings.scrapeInterval),
  );
  const short = windows.find(({ length, needs }) => length < needs * scrapeInterval);
  if (short === undefined) return { kind: 'filtered-out' };
  return { kind: 'too-short', scrapeInterval, window: short.length, needed: GOOD_SCRAPES * scrapeInterval };
}

/** The target that a series comes from; undefined where its labels do not tell. */
function targetOf(targets: readonly Target[], { job, instance }: Readonly<Record<string, string>>) {
  return targets.find(({ labels }) => job !== undefined && labels.job === job && labels.instance === instance);
}
