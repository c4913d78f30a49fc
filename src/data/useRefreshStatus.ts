import { useHeartbeat } from './heartbeat.ts';
import type { BoardClock } from './useBoardClock.ts';
import { useBoardStatus } from './useBoardStatus.ts';

/** The ring that shows the countdown is small: it has no finer steps. */
const STEPS = 24;

/**
 * What a toolbar says of the asking. `countdown` is what is left until the next tick, 1 to 0, moving once a second, null
 * when none is due; `oldestAge` is in whole seconds, as ms; `stretchedTo` is the interval, ms, where it is longer than chosen.
 */
export function useRefreshStatus(clock: BoardClock) {
  const { nextTickAt, interval, isStretched } = clock;
  const { panels, fetching, failed, oldestAge } = useBoardStatus(clock);
  const countdown = useHeartbeat((now) => {
    if (nextTickAt === null || interval === null) return null;
    return Math.max(0, Math.round(((nextTickAt - now) / interval) * STEPS) / STEPS);
  });
  return { countdown, panels, fetching, failed, oldestAge, stretchedTo: isStretched ? interval : null };
}
