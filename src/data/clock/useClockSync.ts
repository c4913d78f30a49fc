import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { DataSource } from '../source/dataSource.ts';
import { onHeartbeat } from './heartbeat.ts';
import type { BoardClock } from './useBoardClock.ts';

/** The server's time is asked for again this often, ms: clocks drift by seconds a day. */
const WORTH_ASKING_AGAIN = 5 * 60_000;
/** A tick that comes so much later than it was due, ms, comes after sleep or a step of the browser's clock. */
const GAP = 30_000;

/**
 * Keeps the server's time, which the board's clock asked for at first, right: it is asked again every few minutes, after a
 * gap (sleep, a browser's clock that was set), and as long as answers fail, since nobody knows what a server's clock did
 * while it was away. Tells the board's status what the skew is.
 */
export function useClockSync({ id, clock: server }: DataSource, { status, tickedAt, refresh }: BoardClock): void {
  const queryClient = useQueryClient();
  const last = useRef([tickedAt, tickedAt] as const);
  useEffect(() => {
    const report = () => status.reportSkew(server.skew());
    report();
    return onHeartbeat(report);
  }, [status, server]);
  useEffect(() => {
    const [before, askedAt] = last.current;
    const isGap = tickedAt < before || (refresh !== null && tickedAt - before - refresh > GAP);
    const isDue = isGap || tickedAt - askedAt > WORTH_ASKING_AGAIN || status.snapshot().failed > 0;
    last.current = [tickedAt, isDue ? tickedAt : askedAt];
    if (isDue) void queryClient.refetchQueries({ queryKey: ['server time', id] });
  }, [queryClient, id, status, tickedAt, refresh]);
}
