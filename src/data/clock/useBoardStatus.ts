import { useSyncExternalStore } from 'react';
import type { BoardSnapshot } from './boardStatus.ts';
import { useHeartbeat } from './heartbeat.ts';
import type { BoardClock } from './useBoardClock.ts';

/** The board as a whole, for its toolbar: how many panels wait or failed, and how old its oldest data is, whole seconds in ms. */
export function useBoardStatus({ status }: BoardClock): BoardSnapshot & { readonly oldestAge: number | null } {
  const snapshot = useSyncExternalStore(status.subscribe, status.snapshot);
  const { oldestGoodAt } = snapshot;
  const oldestAge = useHeartbeat((now) =>
    oldestGoodAt === null ? null : Math.max(0, Math.floor((now - oldestGoodAt) / 1000) * 1000),
  );
  return { ...snapshot, oldestAge };
}
