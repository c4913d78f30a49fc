import type { Labels } from '../../../src/model/labels.ts';

/** An element of an alerting rule's result, at an evaluation. */
export interface Observation {
  /** Of the element, before the rule's own labels. */
  readonly labels: Labels;
  readonly value: number;
  /** Of the evaluation, epoch ms. */
  readonly time: number;
}

/** An alert that is pending or firing after an evaluation. Times are epoch ms. */
export interface Alert {
  readonly activeAt: number;
  readonly firing: boolean;
  /** When it would have ended but for `keep_firing_for`; null: its expression holds. */
  readonly keptSince: number | null;
  /** When its expression held last. */
  readonly latest: Observation;
}

export interface Holding {
  /** `for`, in ms. */
  readonly hold: number;
  /** Ms. */
  readonly keepFiringFor: number;
}

/** What an alert becomes at an evaluation that sees its element, or null where that is gone. Null: inactive. */
export function advance(
  alert: Alert | null,
  seen: Observation | null,
  time: number,
  { hold, keepFiringFor }: Holding,
): Alert | null {
  if (seen) {
    const activeAt = alert?.activeAt ?? time;
    return { activeAt, firing: time - activeAt >= hold, keptSince: null, latest: seen };
  }
  if (!alert?.firing) return null;
  const keptSince = alert.keptSince ?? time;
  return time - keptSince < keepFiringFor ? { ...alert, keptSince } : null;
}
