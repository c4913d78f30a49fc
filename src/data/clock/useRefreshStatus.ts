import { useEffect, useRef, useState } from 'react';
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
  const { nextTickAt, interval, refresh, isStretched, tick } = clock;
  const { panels, fetching, failed, oldestAge, skew } = useBoardStatus(clock);
  const countdown = useHeartbeat((now) => {
    if (nextTickAt === null || interval === null) return null;
    return Math.max(0, Math.round(((nextTickAt - now) / interval) * STEPS) / STEPS);
  });
  const freshness = freshnessOf(oldestAge, refresh);
  const status = {
    ...{ countdown, panels, fetching, failed, oldestAge, freshness, skew },
    stretchedTo: isStretched ? interval : null,
  };
  return useCalm(status, tick);
}

/** Ms that a tick has to be answered before there is a word of it. */
const CALM = 300;

/**
 * A status that goes from tick to tick: of one that is answered soon, as nearly all are, only the end is shown. A toolbar that
 * announces each would flicker, and have the page painted twice at each refresh instead of once, with the charts.
 */
function useCalm<T extends { readonly fetching: number }>(status: T, tick: number): T {
  const isAsking = status.fetching > 0;
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    if (!isAsking) return;
    const timer = setTimeout(() => setLong(true), CALM);
    return () => {
      clearTimeout(timer);
      setLong(false);
    };
  }, [isAsking]);
  const shown = useRef({ tick, status });
  // At first nothing is asked yet: the panels ask when they have been drawn with the new tick.
  const isNew = shown.current.tick !== tick;
  shown.current = { tick, status: isNew || (isAsking && !isLong) ? shown.current.status : status };
  return shown.current.status;
}
