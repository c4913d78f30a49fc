/** How far what is shown may be trusted to be now. Contract: section 6 of the design. */
export type Freshness = 'live' | 'late' | 'stale' | 'still';

interface Moment {
  /** On the server's clock, epoch ms. */
  readonly now: number;
  /** On the browser's clock, epoch ms. */
  readonly tickedAt: number;
}

/**
 * When the tick `then` was, as the browser's clock goes at the tick `now`; null for none. It may have been set in between: how
 * long that was is told by the server's.
 */
export function sinceTick(then: Moment | null, now: Moment): number | null {
  return then === null ? null : now.tickedAt - (now.now - then.now);
}

const LATE = { refreshes: 2, atLeast: 30_000 };
const STALE = { refreshes: 5, atLeast: 120_000 };

/**
 * Judges data that was last known good `age` ms ago on a board that refreshes every `refresh` ms.
 * `refresh` null (off, or an absolute range) makes it `still`: it does not claim to be now.
 */
export function freshnessOf(age: number | null, refresh: number | null): Freshness {
  if (refresh === null) return 'still';
  if (age === null) return 'live';
  if (age > Math.max(STALE.refreshes * refresh, STALE.atLeast)) return 'stale';
  if (age > Math.max(LATE.refreshes * refresh, LATE.atLeast)) return 'late';
  return 'live';
}
