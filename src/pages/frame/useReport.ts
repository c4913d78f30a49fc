import { useEffect, useRef } from 'react';
import { sinceTick } from '../../data/clock/freshness.ts';
import type { BoardClock } from '../../data/clock/useBoardClock.ts';

interface Asking {
  readonly isFetching: boolean;
  readonly hasFailed: boolean;
  /** All that is shown is of this tick. */
  readonly isCurrent: boolean;
}

/**
 * Tells a page's clock and toolbar how the asking goes for a part of it, `id`. Returns when all of that part was last known to
 * be good, epoch ms of the browser, through loading and failure; null before the first time.
 */
export function useReport(id: string, { isFetching, hasFailed, isCurrent }: Asking, clock: BoardClock): number | null {
  const good = useRef<BoardClock | null>(null);
  if (isCurrent) good.current = clock;
  const goodAt = sinceTick(good.current, clock);
  const { status } = clock;
  useEffect(() => status.report(id, { isFetching, hasFailed, goodAt }), [status, id, isFetching, hasFailed, goodAt]);
  useEffect(() => () => status.remove(id), [status, id]);
  return goodAt;
}
