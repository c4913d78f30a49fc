import { freshnessOf } from './freshness.ts';
import { useHeartbeat } from './heartbeat.ts';
import type { BoardClock } from './useBoardClock.ts';
import { useBoardStatus } from './useBoardStatus.ts';

/** The ring that shows the countdown is small: it has no finer steps. */
const STEPS = 24;

/**
 * What a toolbar says of the asking. `countdown` is what is left until the next tick, 1 to 0, moving once a second, null
 * when none is due; `oldestAge` is in whole seconds, as ms, and `freshness` what it comes to; `stretchedTo` is the interval,
 * ms, where it is longer than chosen; `skew` is by how much the server's clock is ahead, ms.
 */
export function useRefreshStatus(clock: BoardClock) {
  const { nextTickAt, interval, refresh, isStretched } = clock;
  const { panels, fetching, failed, oldestAge, skew } = useBoardStatus(clock);
  const countdown = useHeartbeat((now) => {
    if (nextTickAt === null || interval === null) return null;
    return Math.max(0, Math.round(((nextTickAt - now) / interval) * STEPS) / STEPS);
  });
  const freshness = freshnessOf(oldestAge, refresh);
  return {
    countdown,
    panels,
    fetching,
    failed,
    oldestAge,
    freshness,
    skew,
    stretchedTo: isStretched ? interval : null,
  };
}
