import { useMemo } from 'react';
import { type Alert, firingAlerts } from '../../model/alert.ts';
import type { Dashboard } from '../../model/dashboard.ts';
import { severityTone } from '../../model/severity.ts';
import { useAnswer } from '../asking/useAnswers.ts';
import type { BoardClock } from '../clock/useBoardClock.ts';
import { alertsQuestion } from '../serverLists.ts';
import { useServices } from '../services/services.tsx';
import type { DataSource } from '../source/dataSource.ts';

/** A firing alert, as far as a panel's frame shows it. `since` is epoch ms on the server's clock. */
export interface FiringAlert {
  readonly severity: 'critical' | 'warning' | 'info';
  readonly since: number;
}

/** The firing alerts of a board. */
export interface FiringAlerts {
  readonly byName: ReadonlyMap<string, FiringAlert>;
  /** Why they are not known, and then there are none here: an old answer says nothing about now. Null while all is well. */
  readonly error: unknown;
  /** What the server says of them where they are not all: others may be firing. */
  readonly warnings: readonly string[];
}

const severities = ['critical', 'warning', 'info'] as const;

/**
 * The firing alerts that a dashboard's panels are judged by, by name; of several instances the worst, then the oldest. Systems
 * give their alerts the same names: only those whose label `system` is the dashboard's pack count.
 */
export function useFiringAlerts(
  system: string,
  dashboard: Dashboard,
  dataSource: DataSource,
  clock: BoardClock,
): FiringAlerts {
  const { watchdog } = useServices().config;
  const names = useMemo(
    () => new Set(dashboard.rows.flatMap(({ panels }) => panels.flatMap(({ alerts }) => alerts))),
    [dashboard],
  );
  const answer = useAnswer(names.size === 0 ? null : alertsQuestion(dataSource, clock));
  const error = answer?.error ?? null;
  const reply = error === null ? answer?.value : null;
  return useMemo(() => {
    const own = firingAlerts(reply?.data ?? [], watchdog).filter(({ labels }) => labels.system === system);
    return { byName: worstByName(own, names), error, warnings: reply?.warnings ?? [] };
  }, [reply, error, names, system, watchdog]);
}

function worstByName(alerts: readonly Alert[], names: ReadonlySet<string>): ReadonlyMap<string, FiringAlert> {
  const worst = new Map<string, FiringAlert>();
  for (const { labels, activeAt } of alerts) {
    const name = labels.alertname ?? '';
    if (!names.has(name)) continue;
    const tone = severityTone(labels);
    const severity = severities.find((known) => known === tone) ?? 'info';
    const known = worst.get(name);
    const isWorse = known === undefined || severities.indexOf(severity) < severities.indexOf(known.severity);
    if (isWorse || (severity === known.severity && activeAt < known.since))
      worst.set(name, { severity, since: activeAt });
  }
  return worst;
}
