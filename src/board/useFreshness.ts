import { useEffect, useRef } from 'react';
import { type Freshness, freshnessOf, sinceTick } from '../data/clock/freshness.ts';
import { useHeartbeat } from '../data/clock/heartbeat.ts';
import type { BoardClock } from '../data/clock/useBoardClock.ts';
import type { PanelDataState, PanelNeeds } from '../data/panel/usePanelData.ts';
import { formatAge } from '../model/age.ts';

export interface PanelFreshness {
  readonly freshness: Freshness;
  /** Age of the data in words; null while it is live or still. */
  readonly age: string | null;
  /** Of still data, when it was asked for: epoch ms on the server's clock; else null. */
  readonly asOf: number | null;
  /** When the series themselves ended, although answers come: epoch ms on the server's clock; else null. */
  readonly endedAt: number | null;
}

interface FreshnessOptions {
  readonly id: string;
  readonly state: PanelDataState;
  /** What needs nothing never grows old. */
  readonly needs: PanelNeeds['needs'];
  /** Epoch ms on the server's clock at which the data of all queries ended; null while it goes on. */
  readonly endedAt: number | null;
  readonly clock: BoardClock;
  readonly isActive: boolean;
}

/**
 * Judges how old a panel's data is, and tells the board. Data counts as good at a tick when every question of that tick
 * is answered, also where an aligned plan is the same as before and nothing new was asked. What it is late against is the
 * interval that was chosen: a slow server stretches the asking, not the promise. Series that have all ended are never
 * live, however new the answer is.
 */
export function useFreshness({ id, state, needs, endedAt, clock, isActive }: FreshnessOptions): PanelFreshness {
  const good = useRef<BoardClock | null>(null);
  if (state.isCurrent && needs !== 'nothing') good.current = clock;
  const since = sinceTick(good.current, clock);
  const hasFailed = state.error !== null;
  const { status, refresh } = clock;
  useEffect(() => {
    if (!isActive) return;
    status.report(id, { isFetching: state.isFetching, hasFailed, goodAt: since });
  }, [status, id, isActive, state.isFetching, hasFailed, since]);
  useRemoval(status, id, isActive);

  const judge = (now: number) => freshnessOf(since === null ? null : now - since, refresh);
  const freshness = useHeartbeat(judge);
  const age = useHeartbeat((now) => {
    const judged = judge(now);
    return since === null || judged === 'live' || judged === 'still' ? null : formatAge(now - since);
  });
  return {
    freshness: freshness === 'live' && endedAt !== null ? 'late' : freshness,
    age,
    asOf: freshness === 'still' ? (good.current?.now ?? null) : null,
    endedAt,
  };
}

/** Takes the panel off the board's list at its end. Apart, because until then all that is in its scope is kept: no panel's data. */
function useRemoval(status: BoardClock['status'], id: string, isActive: boolean): void {
  useEffect(() => (isActive ? () => status.remove(id) : undefined), [status, id, isActive]);
}
