import { lazy, type ReactNode, Suspense, useCallback } from 'react';
import { useDashboard } from '../data/packs/usePacks.ts';
import { useMessages } from '../data/services/messages.tsx';
import { useServices } from '../data/services/services.tsx';
import { type AlertState, firingAlerts } from '../model/alert.ts';
import { permits } from '../model/config.ts';
import type { PackSummary } from '../model/pack.ts';
import { Mark } from '../ui/Mark.tsx';
import { useSame } from '../ui/useSame.ts';
import { RailJobs } from './RailJobs.tsx';
import { RailPacks } from './RailPacks.tsx';
import { useFavicon } from './useFavicon.ts';
import { dashboardState, useSystemStates } from './useSystemStates.ts';

const AckKeeper = lazy(() => import('./AckKeeper.tsx'));

interface RailSystemsProps {
  readonly packs: readonly PackSummary[];
  /** Stands before them. */
  readonly children: ReactNode;
}

/** The packs of the navigation, with how each of their dashboards fares. */
export default function RailSystems({ packs, children }: RailSystemsProps) {
  const { states, alerts, areAll, otherJobs } = useSystemStates(packs);
  const { role, alertmanagers, watchdog } = useServices().config;
  useFavicon(alerts, watchdog, areAll);
  const keepsAcks = alertmanagers.length > 0 && permits(role, 'operator');
  const missing = useSame(packs.map(({ id }) => id).filter((id) => states.get(id) === 'missing'));
  // Without their values, which move while nothing else does.
  const known = useSame(alerts && firingAlerts(alerts, watchdog).map(({ state, labels }) => ({ state, labels })));
  const markOf = useCallback(
    (pack: string, id: string) =>
      known === null || missing.includes(pack) ? (
        <Mark tone="neutral" />
      ) : (
        <DashboardMark pack={pack} id={id} alerts={known} areAll={areAll} />
      ),
    [known, areAll, missing],
  );
  return (
    <>
      {children}
      <RailPacks packs={packs} missing={missing} markOf={markOf} />
      {otherJobs.length > 0 && <RailJobs jobs={otherJobs} />}
      {keepsAcks && (
        <Suspense>
          <AckKeeper />
        </Suspense>
      )}
    </>
  );
}

interface DashboardMarkProps {
  readonly pack: string;
  readonly id: string;
  readonly alerts: readonly AlertState[];
  readonly areAll: boolean;
}

/** Reads the dashboard for the alerts its panels name; that it is at hand then makes going there immediate. */
function DashboardMark({ pack, id, alerts, areAll }: DashboardMarkProps) {
  const { messages } = useMessages();
  const { dashboard } = useDashboard(pack, id);
  if (dashboard === null) return <Mark tone="neutral" />;
  const state = dashboardState(pack, dashboard, alerts, areAll);
  if (state === 'unknown') return <Mark tone="neutral" />;
  return <Mark tone={state} label={messages.shell.navigation.states[state]} />;
}
