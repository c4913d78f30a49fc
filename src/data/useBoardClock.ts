import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { isRelative, resolveRange, type TimeRange } from '../model/timeRange.ts';
import type { TimeSpan } from '../panels/contract.ts';
import { type BoardStatus, createBoardStatus } from './boardStatus.ts';
import type { DataSource } from './dataSource.ts';

/** The one clock of a board: every panel plans from the same `now`, so crosshairs and shared requests agree. */
export interface BoardClock {
  /** The server's time of this tick, epoch ms. */
  readonly now: number;
  /** The browser's time of this tick, epoch ms; ages are counted from it. */
  readonly tickedAt: number;
  readonly tick: number;
  /** The chosen range at this tick. */
  readonly span: TimeSpan;
  /** The range follows the clock and refresh is on. */
  readonly isLive: boolean;
  /** Ms between ticks, null when nothing is asked by itself. Longer than chosen when a cycle takes more than half of it. */
  readonly interval: number | null;
  /** Ms between ticks as chosen, null when nothing is asked by itself: what data may be late against. */
  readonly refresh: number | null;
  /** The interval is longer than what was chosen. */
  readonly isStretched: boolean;
  /** When the next tick is due, epoch ms of the browser; null when none is. */
  readonly nextTickAt: number | null;
  readonly status: BoardStatus;
  refreshNow(): void;
}

interface ClockOptions {
  readonly dataSource: DataSource | null;
  readonly range: TimeRange;
  /** Ms; null is off. */
  readonly refresh: number | null;
  /** IANA zone in which `now/d` and its kin are rounded. */
  readonly timeZone: string;
  /** Goes on while the page is hidden: a wall. */
  readonly runsHidden?: boolean;
}

/** A skew above this is worth planning again for. */
const SKEW_WORTH_A_TICK = 1_000;

/**
 * Ticks every `refresh` ms, but never while the answers of the last tick are still coming, nor while the page is hidden
 * (one tick follows when it is shown again). When a cycle takes longer than half the interval, the interval is stretched
 * to twice the cycle.
 */
export function useBoardClock(options: ClockOptions): BoardClock {
  const { dataSource, range, refresh, timeZone, runsHidden = false } = options;
  const queryClient = useQueryClient();
  const [status] = useState(createBoardStatus);
  const serverNow = useCallback(() => dataSource?.clock.now() ?? Date.now(), [dataSource]);
  const [at, setAt] = useState(() => ({ tick: 0, now: serverNow(), tickedAt: Date.now() }));
  const isLive = refresh !== null && isRelative(range);
  const cycle = useCycleDuration(status, at.tick);
  const interval = refresh === null || !isLive ? null : Math.max(refresh, 2 * cycle);

  const refreshNow = useCallback(() => {
    setAt((last) => ({ tick: last.tick + 1, now: serverNow(), tickedAt: Date.now() }));
  }, [serverNow]);

  // Where a new tick leaves a plan as it was (a step longer than the refresh), a failed one is asked again all the same.
  useEffect(() => {
    if (at.tick === 0) return;
    void queryClient.refetchQueries({ type: 'active', predicate: ({ state }) => state.status === 'error' });
  }, [queryClient, at.tick]);

  useEffect(() => {
    if (dataSource === null) return;
    const abort = new AbortController();
    const before = dataSource.clock.now();
    const startedAt = Date.now();
    dataSource.clock.sync(abort.signal).then(
      () => {
        const moved = dataSource.clock.now() - before - (Date.now() - startedAt);
        if (Math.abs(moved) > SKEW_WORTH_A_TICK) refreshNow();
      },
      // The panels' own questions fail for the same reason and say so.
      () => {},
    );
    return () => abort.abort();
  }, [dataSource, refreshNow]);

  const nextTickAt = interval === null ? null : at.tickedAt + interval;
  useEffect(() => {
    if (nextTickAt === null) return;
    return whenDue(nextTickAt, status, runsHidden, refreshNow);
  }, [nextTickAt, status, runsHidden, refreshNow]);

  const { from, to } = range;
  const span = useMemo(() => spanOf({ from, to }, at.now, timeZone), [from, to, at.now, timeZone]);
  const isStretched = interval !== null && refresh !== null && interval > refresh;
  return {
    ...at,
    span,
    isLive,
    refresh: isLive ? refresh : null,
    interval,
    isStretched,
    nextTickAt,
    status,
    refreshNow,
  };
}

const FALLBACK_RANGE = 3_600_000;

/** The range at `now`. One that is none (its end before its start, say; the URL codec tells the viewer) is the last hour. */
function spanOf(range: TimeRange, now: number, timeZone: string): TimeSpan {
  const resolved = resolveRange(range, now, timeZone);
  return 'problem' in resolved ? { from: now - FALLBACK_RANGE, to: now } : resolved;
}

/** Calls `tick` once: not before `dueAt`, not while answers are coming, not while the page is hidden. Returns the canceller. */
function whenDue(dueAt: number, status: BoardStatus, runsHidden: boolean, tick: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const check = () => {
    if (timer !== null) clearTimeout(timer);
    const left = dueAt - Date.now();
    if (left > 0) timer = setTimeout(check, left);
    else if (status.snapshot().fetching === 0 && (runsHidden || !document.hidden)) {
      stop();
      tick();
    }
  };
  const unsubscribe = status.subscribe(check);
  document.addEventListener('visibilitychange', check);
  const stop = () => {
    if (timer !== null) clearTimeout(timer);
    unsubscribe();
    document.removeEventListener('visibilitychange', check);
  };
  check();
  return stop;
}

/**
 * Ms that the last good cycle took, from its tick until no panel was waiting any more. One that failed does not count: a
 * server that comes back is to be found again within the refresh that was chosen.
 */
function useCycleDuration(status: BoardStatus, tick: number): number {
  const [duration, setDuration] = useState(0);
  const startedAt = useRef(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new tick starts a new cycle
  useEffect(() => {
    startedAt.current = Date.now();
    let wasBusy = false;
    return status.subscribe(() => {
      const { fetching, failed } = status.snapshot();
      const isBusy = fetching > 0;
      if (wasBusy && !isBusy && failed === 0) setDuration(Date.now() - startedAt.current);
      wasBusy = isBusy;
    });
  }, [status, tick]);
  return duration;
}
