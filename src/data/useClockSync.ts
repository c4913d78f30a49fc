import { useEffect, useRef } from 'react';
import type { DataSource } from './dataSource.ts';
import { useHeartbeat } from './heartbeat.ts';
import { inFront } from './standing.ts';
import type { BoardClock } from './useBoardClock.ts';

/** The server's time is asked for again this often, ms: clocks drift by seconds a day. */
const WORTH_ASKING_AGAIN = 5 * 60_000;
/** A tick that comes so much later than it was due, ms, comes after sleep or a step of the browser's clock. */
const GAP = 30_000;
/** Ms by which the clock must have moved for the tick to be planned again. */
const WORTH_A_TICK = 1_000;

/**
 * Keeps the server's clock right after the first time: asks again every few minutes, after a gap (sleep, a browser's clock
 * that was set), and as long as answers fail, since nobody knows what a server's clock did while it was away. Tells the
 * board's status what the skew is.
 */
export function useClockSync(dataSource: DataSource, clock: BoardClock): void {
  const { status, tickedAt, refresh, refreshNow } = clock;
  const last = useRef({ syncedAt: tickedAt, tickedAt });
  const skew = useHeartbeat(() => dataSource.clock.skew());
  useEffect(() => status.reportSkew(skew), [status, skew]);
  useEffect(() => {
    const gap = refresh === null ? 0 : tickedAt - last.current.tickedAt - refresh;
    last.current.tickedAt = tickedAt;
    const isDue = tickedAt - last.current.syncedAt > WORTH_ASKING_AGAIN;
    if (!isDue && gap < GAP && status.snapshot().failed === 0) return;
    const before = dataSource.clock.skew() ?? 0;
    dataSource.queue
      .run(inFront, undefined, () => dataSource.clock.sync())
      .then(
        () => {
          last.current.syncedAt = Date.now();
          if (Math.abs((dataSource.clock.skew() ?? 0) - before) > WORTH_A_TICK) refreshNow();
        },
        // The panels' own questions fail for the same reason and say so.
        () => {},
      );
  }, [dataSource, status, tickedAt, refresh, refreshNow]);
}
