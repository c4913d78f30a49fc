import type { AlertState } from '../../model/alert.ts';
import { isWhole } from '../../prometheus/completeness.ts';
import { useAnswer } from '../asking/useAnswers.ts';
import type { BoardClock } from '../clock/useBoardClock.ts';
import { alertsQuestion } from '../serverLists.ts';
import { useServices } from '../services/services.tsx';
import type { DataSource } from '../source/dataSource.ts';

/** The alert that must always fire, while it does not. */
export interface WatchdogFailure {
  readonly name: string;
  readonly state: 'pending' | 'absent';
}

/**
 * Null while the alert `watchdog` fires, where none must, and where the alerts are not known, or not all of them: it may be
 * among the others.
 */
export function watchdogFailure(
  watchdog: string | null,
  alerts: readonly AlertState[] | null,
  areAll = true,
): WatchdogFailure | null {
  if (watchdog === null || alerts === null || !areAll) return null;
  const states = alerts.filter(({ labels }) => labels.alertname === watchdog).map(({ state }) => state);
  if (states.includes('firing')) return null;
  return { name: watchdog, state: states.length > 0 ? 'pending' : 'absent' };
}

/** Watches over the alert that must always fire; asks nothing where none must. */
export function useWatchdog(dataSource: DataSource | null, clock: BoardClock): WatchdogFailure | null {
  const { watchdog } = useServices().config;
  const isAsked = watchdog !== null && dataSource !== null;
  const answer = useAnswer(isAsked ? alertsQuestion(dataSource, clock) : null);
  const reply = answer?.value ?? null;
  return reply && watchdogFailure(watchdog, reply.data, isWhole(reply));
}
