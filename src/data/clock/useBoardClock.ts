import { type Query, QueryObserver, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { isRelative, resolveRange, type TimeRange } from '../../model/timeRange.ts';
import type { TimeSpan } from '../../panels/contract.ts';
import { askedAbout, dueAfter, intervalFor, soFar } from '../../prometheus/ticks.ts';
import { inFront, isAsleep, keepAwake } from '../asking/standing.ts';
import { isDropped } from '../asking/useAnswers.ts';
import type { DataSource } from '../source/dataSource.ts';
import { useStableRecord } from '../useStable.ts';
import { type BoardStatus, createBoardStatus } from './boardStatus.ts';

/** The one clock of a board: every panel plans from the same `now`, so crosshairs and shared requests agree. */
export interface BoardClock {
  /** The server's time of this tick, epoch ms. */
  readonly now: number;
  /** The browser's time of this tick, epoch ms; ages are counted from it. */
  readonly tickedAt: number;
  readonly tick: number;
  /** The viewer asked for this tick: for what is now, and nothing that was kept. */
  readonly isByHand: boolean;
  /** The chosen range at this tick, up to 30 s ago where it follows the clock, so that displays ask the same. */
  readonly span: TimeSpan;
  /** What of it is asked: of a range that follows the clock nothing that lies ahead. */
  readonly asked: TimeSpan;
  /** The range follows the clock and refresh is on. */
  readonly isLive: boolean;
  /** Ms between ticks, null when nothing is asked by itself. Several of the chosen when a cycle takes more than half of it. */
  readonly interval: number | null;
  /** Ms between ticks as chosen, null when nothing is asked by itself: what data may be late against. */
  readonly refresh: number | null;
  /** The interval is longer than what was chosen. */
  readonly isStretched: boolean;
  /** When the next tick is due, epoch ms of the browser; null when none is. */
  readonly nextTickAt: number | null;
  readonly status: BoardStatus;
  /** By the viewer's hand. */
  refreshNow(): void;
}

interface ClockOptions {
  readonly dataSource: DataSource | null;
  readonly range: TimeRange;
  /** Ms; null is off. */
  readonly refresh: number | null;
  /** Zone in which `now/d` and its kin are rounded. */
  readonly timeZone: string;
  /** Goes on while the page is hidden: a wall. */
  readonly runsHidden?: boolean;
}

/** A skew above this is worth planning again for. */
const SKEW_WORTH_A_TICK = 1_000;

/**
 * Ticks at every multiple of `refresh` ms on the server's clock, as all displays do, but never while the answers of the last tick are still coming, nor while the page is hidden
 * (one tick follows when it is shown again, and when the machine has slept). It ticks for a range that is chosen as well. When a cycle takes longer than half the
 * interval, the interval is stretched to so many refreshes as are twice the cycle.
 */
export function useBoardClock(options: ClockOptions): BoardClock {
  const { dataSource, range, refresh, timeZone, runsHidden = false } = options;
  const queryClient = useQueryClient();
  const [status] = useState(createBoardStatus);
  const serverNow = useCallback(() => dataSource?.clock.now() ?? Date.now(), [dataSource]);
  const [at, setAt] = useState(() => tickAt(0, serverNow(), refresh));
  const isLive = refresh !== null && isRelative(range);
  const cycle = useCycleDuration(status, at.tick, refresh);
  const interval = refresh === null || !isLive ? null : intervalFor(refresh, cycle);

  const refreshNow = useCallback(() => setAt(({ tick }) => tickAt(tick + 1, serverNow(), null, true)), [serverNow]);
  const planAgain = useCallback(() => {
    setAt(({ tick }) => tickAt(tick + 1, serverNow(), refresh));
  }, [serverNow, refresh]);

  const { from, to } = range;
  const [chosen, setChosen] = useState(range);
  // Who chooses a range that follows the clock asks for what is now. While this is drawn, so that nothing is planned by the tick before.
  if (chosen.from !== from || chosen.to !== to) {
    setChosen(range);
    if (isRelative(range)) planAgain();
  }

  // Where a new tick leaves a plan as it was (a step longer than the refresh), a failed one is asked again all the same, and
  // by hand every one of the board: only by this tick, not by those of other clocks that follow. What it has asked already goes on.
  useEffect(() => {
    if (at.tick === 0) return;
    const isFresh = ({ options }: QueryObserver) => at.isByHand && options.meta?.isFresh === true;
    const isDue = ({ state, observers }: Query) => state.status === 'error' || observers.some(isFresh);
    // When all effects of this tick have run, so that each question is asked as it is now.
    queueMicrotask(
      () => void queryClient.refetchQueries({ type: 'active', predicate: isDue }, { cancelRefetch: false }),
    );
  }, [queryClient, at.tick, at.isByHand]);

  // Before any question of this page has its turn, which is after all layout effects.
  useLayoutEffect(() => (runsHidden ? keepAwake() : undefined), [runsHidden]);
  const correct = useCallback(
    (skew: number) =>
      setAt((last) => {
        const isOff = Math.abs(last.now - last.tickedAt - skew) > SKEW_WORTH_A_TICK;
        return isOff ? tickAt(last.tick + 1, serverNow(), refresh) : last;
      }),
    [serverNow, refresh],
  );
  useServerTime(dataSource, correct);

  const dueAt = interval === null ? null : dueAfter(at.now, interval, dataSource?.stagger);
  useEffect(() => {
    if (dueAt === null || interval === null) return;
    // The server's time goes on where the browser's clock is set back, but ages are counted from the tick.
    const left = () => (Date.now() < at.tickedAt ? 0 : dueAt - serverNow());
    return whenDue({ left, interval, status, tick: planAgain });
  }, [dueAt, interval, status, at.tickedAt, serverNow, planAgain]);

  // What was dropped while the page was hidden is asked when it is shown again, by a tick where there are any.
  useEffect(() => {
    const isLeftOut = ({ state }: Query) => isDropped(state.error);
    const onShown = () => {
      if (isAsleep()) return;
      const leftOut = queryClient.getQueryCache().findAll({ type: 'active', predicate: isLeftOut });
      if (leftOut.length === 0) return;
      if (isLive) planAgain();
      else void queryClient.refetchQueries({ type: 'active', predicate: isLeftOut });
    };
    document.addEventListener('visibilitychange', onShown);
    return () => document.removeEventListener('visibilitychange', onShown);
  }, [queryClient, isLive, planAgain]);

  const span = useMemo(() => spanOf({ from, to }, at.about, timeZone), [from, to, at.about, timeZone]);
  const asked = useMemo(() => (isRelative({ from, to }) ? soFar(span, at.about) : span), [from, to, span, at.about]);
  const isStretched = interval !== null && refresh !== null && interval > refresh;
  return useStableRecord<BoardClock>({
    ...at,
    span,
    asked,
    isLive,
    refresh: isLive ? refresh : null,
    interval,
    isStretched,
    nextTickAt: dueAt === null ? null : at.tickedAt + dueAt - at.now,
    status,
    refreshNow,
  });
}

/** A tick at the server's `now`; with no `refresh` it is about that very moment. */
const tickAt = (tick: number, now: number, refresh: number | null, isByHand = false) => ({
  tick,
  now,
  about: refresh === null ? now : askedAbout(now, refresh),
  tickedAt: Date.now(),
  isByHand,
});

const FALLBACK_RANGE = 3_600_000;

/** The range at `now`. One that is none (its end before its start, say; the URL codec tells the viewer) is the last hour. */
function spanOf(range: TimeRange, now: number, timeZone: string): TimeSpan {
  const resolved = resolveRange(range, now, timeZone);
  return 'problem' in resolved ? { from: now - FALLBACK_RANGE, to: now } : resolved;
}

/** A wall clock that jumps, as after sleep, is noticed within this, ms. */
const LOOK_AT_THE_CLOCK = 1_000;

interface Due {
  /** Ms until it is due. */
  readonly left: () => number;
  /** Ms from tick to tick: nothing is further away, unless the browser's clock was set back. */
  readonly interval: number;
  readonly status: BoardStatus;
  readonly tick: () => void;
}

/** Calls `tick` once: not before it is due, not while answers are coming, not while the page is hidden. Returns the canceller. */
function whenDue({ left, interval, status, tick }: Due): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const check = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (isAsleep()) return;
    const wait = left();
    const { fetching, tracked } = status.snapshot();
    // A little more than the interval is left where the first answer moved the server's clock.
    if (wait > 0 && wait <= interval + SKEW_WORTH_A_TICK) timer = setTimeout(check, Math.min(wait, LOOK_AT_THE_CLOCK));
    else if (fetching === 0 && tracked === 0) {
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
 * Asks the server for its time, once for all clocks of the page, before anything else is asked. `take` is told the server's skew
 * then, ms, and whenever it has been asked again. Nothing is drawn for it.
 */
function useServerTime(dataSource: DataSource | null, take: (skew: number) => void): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    if (dataSource === null) return;
    const { clock, queue } = dataSource;
    const observer = new QueryObserver(queryClient, {
      queryKey: ['server time', dataSource.id],
      gcTime: Number.POSITIVE_INFINITY,
      notifyOnChangeProps: ['data'],
      queryFn: async ({ signal }) => {
        await queue.run(inFront, signal, () => clock.sync(signal));
        return clock.skew();
      },
    });
    const look = ({ data }: { readonly data: number | null | undefined }) => {
      if (data != null) take(data);
    };
    look(observer.getCurrentResult());
    return observer.subscribe(look);
  }, [queryClient, dataSource, take]);
}

/**
 * Ms that the last good cycle took: from the first question of a tick until no panel was waiting any more. What is asked
 * later, by a panel that is scrolled into view, is no cycle; nor is one that failed, since a server that comes back is to be
 * found again within the refresh that was chosen. Of two that come to the same interval (of `refresh`, ms) the first is kept, so
 * that a board is not drawn again for nothing.
 */
function useCycleDuration(status: BoardStatus, tick: number, refresh: number | null): number {
  const [duration, setDuration] = useState(0);
  const last = useRef({ refresh, took: 0, shown: 0 });
  const show = useCallback((changed: { readonly refresh: number | null } | { readonly took: number }) => {
    last.current = { ...last.current, ...changed };
    const { refresh, took, shown } = last.current;
    if (refresh === null || intervalFor(refresh, shown) === intervalFor(refresh, took)) return;
    last.current.shown = took;
    setDuration(took);
  }, []);
  useEffect(() => show({ refresh }), [refresh, show]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new tick starts a new cycle
  useEffect(() => {
    // By the clock that neither sleeps nor jumps.
    let startedAt: number | null = null;
    let isOver = false;
    const look = () => {
      const { fetching, failed } = status.snapshot();
      if (isOver) return;
      if (fetching > 0) startedAt ??= performance.now();
      else if (startedAt !== null) {
        isOver = true;
        if (failed === 0) show({ took: performance.now() - startedAt });
      }
    };
    // The panels have spoken before.
    look();
    return status.subscribe(look);
  }, [status, tick, show]);
  return duration;
}
