import { useEffect, useState } from 'react';
import { useSearch } from 'wouter/use-browser-location';
import { type OtherJob, useOtherJobs } from '../data/absence/useOtherJobs.ts';
import { useAnswer } from '../data/asking/useAnswers.ts';
import { useBoardClock } from '../data/clock/useBoardClock.ts';
import { useFoundPacks } from '../data/packs/useFoundPacks.ts';
import { alertsQuestion } from '../data/serverLists.ts';
import { useDataSource, useServices } from '../data/services/services.tsx';
import { type Alert, type AlertState, firingAlerts } from '../model/alert.ts';
import type { Dashboard } from '../model/dashboard.ts';
import type { PackSummary } from '../model/pack.ts';
import { severityTone } from '../model/severity.ts';
import { isWhole } from '../prometheus/completeness.ts';

/** How a monitored system fares, in one word; `unknown` while it is not known, `missing` when the server has no data of it. */
export type SystemState = 'ok' | 'warning' | 'critical' | 'unknown' | 'missing';

/** Alerts are worth asking for this often beside what the page asks, systems seldom come and go; ms. */
const alertsEvery = 30_000;
const systemsEvery = 300_000;
const range = { from: 'now-1h', to: 'now' };

/** What the navigation knows of the systems. */
export interface SystemStates {
  /** By pack id. */
  readonly states: ReadonlyMap<string, SystemState>;
  /** The active alerts; null while they are not known. */
  readonly alerts: readonly Alert[] | null;
  /** Those are all. */
  readonly areAll: boolean;
  /** Jobs of none of the systems; none while the systems are not known. */
  readonly otherJobs: readonly OtherJob[];
}

/** The state of each pack on the server that the page shows, for the navigation. It waits for the page to have its turn first. */
export function useSystemStates(packs: readonly PackSummary[]): SystemStates {
  const { watchdog } = useServices().config;
  const shown = useDataSource(new URLSearchParams(useSearch()).get('ds'));
  const dataSource = useCourtesy() ? shown : null;
  const alertClock = useBoardClock({ dataSource, range, refresh: alertsEvery, timeZone: 'UTC' });
  const systemClock = useBoardClock({ dataSource, range, refresh: systemsEvery, timeZone: 'UTC' });
  const { found } = useFoundPacks(packs, dataSource, systemClock);
  const alerts = useAnswer(dataSource === null ? null : alertsQuestion(dataSource, alertClock));
  // An old answer that could not be renewed says nothing about now.
  const known = alerts === null || alerts.error !== null ? null : alerts.value;
  const firing = known && firingAlerts(known.data, watchdog);
  const others = useOtherJobs(
    packs.filter(({ id }) => found.get(id) === true),
    dataSource,
    systemClock,
  );
  const areAll = known !== null && isWhole(known);
  const isLooking = [...found.values()].includes(null);
  return {
    states: new Map(packs.map(({ id }) => [id, stateOf(id, found.get(id) ?? null, firing, areAll)])),
    alerts: known?.data ?? null,
    areAll,
    otherJobs: isLooking ? [] : (others ?? []),
  };
}

/** The state of the pack `id`, given whether it was found and the active alerts, or some of them; null is not known. */
export function stateOf(
  id: string,
  found: boolean | null,
  alerts: readonly AlertState[] | null,
  areAll = true,
): SystemState {
  if (found === false) return 'missing';
  if (found === null || alerts === null) return 'unknown';
  const own = alerts.filter(({ labels }) => labels.system === id);
  return worstKnown(own, areAll);
}

/** The state of a dashboard of the pack `id` by the alerts that its panels name. */
export function dashboardState(
  id: string,
  { rows }: Dashboard,
  alerts: readonly AlertState[],
  areAll = true,
): Exclude<SystemState, 'missing'> {
  const names = new Set(rows.flatMap(({ panels }) => panels.flatMap((panel) => panel.alerts)));
  const own = alerts.filter(({ labels }) => labels.system === id && names.has(labels.alertname ?? ''));
  return worstKnown(own, areAll);
}

/** That none of some alerts fires does not say that none does. */
function worstKnown(alerts: readonly AlertState[], areAll: boolean): Exclude<SystemState, 'missing'> {
  const worst = worstOf(alerts);
  return worst === 'ok' && !areAll ? 'unknown' : worst;
}

function worstOf(alerts: readonly AlertState[]): 'ok' | 'warning' | 'critical' {
  const tones = alerts.filter(({ state }) => state === 'firing').map(({ labels }) => severityTone(labels));
  return (['critical', 'warning'] as const).find((tone) => tones.includes(tone)) ?? 'ok';
}

/** The page's own questions go first, ms. */
const courtesy = 1_000;

/** False at first, true when the page has had its turn. */
function useCourtesy(): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setOver(true), courtesy);
    return () => clearTimeout(timer);
  }, []);
  return isOver;
}
