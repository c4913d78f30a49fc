import { lazy, Suspense, useCallback, useMemo, useRef } from 'react';
import type { BoardClock } from '../../data/clock/useBoardClock.ts';
import { useMessages } from '../../data/services/messages.tsx';
import { useServices } from '../../data/services/services.tsx';
import type { Dashboard } from '../../model/dashboard.ts';
import { parseDuration } from '../../model/duration.ts';
import type { PackSummary } from '../../model/pack.ts';
import { fixedRange } from '../../model/timeRange.ts';
import { resolveTimeZone } from '../../model/timeZone.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { useAppReady } from '../../ui/useAppReady.ts';
import { embedPath } from '../../view/embedPath.ts';
import type { View } from '../../view/urlState.ts';
import { usePageAddress } from '../../view/usePageAddress.ts';
import { useRangeMoves } from '../../view/useRangeMoves.ts';
import { useView } from '../../view/useView.ts';
import { BoardArea } from './BoardArea.tsx';
import styles from './DashboardPage.module.css';
import { HostProvider } from './host.tsx';
import { ShareMenu } from './ShareMenu.tsx';
import { TimeControls } from './TimeControls.tsx';
import { useCollapsedRows } from './useCollapsedRows.ts';
import { useDashboardShortcuts } from './useDashboardShortcuts.ts';
import { VariablesBar } from './VariablesBar.tsx';

// Most packs name no further places, and most addresses are fine.
const PlaceLinks = lazy(() => import('../../ui/PlaceLinks.tsx'));
const ViewProblems = lazy(() => import('./ViewProblems.tsx'));
// Few configurations name an alert that must always fire.
const BoardWatchdog = lazy(() => import('./BoardWatchdog.tsx'));

interface DashboardViewProps {
  readonly packId: string;
  readonly packTitle: string;
  /** The places that the pack names. */
  readonly packLinks: PackSummary['links'];
  readonly dashboardId: string;
  readonly dashboard: Dashboard;
}

/**
 * A dashboard that is there: its header, its variables and its board, all after the URL. It is drawn when the URL changes, not when the
 * clock ticks: what shows the time reads it by `useHost`.
 */
export function DashboardView({ packId, packTitle, packLinks, dashboardId, dashboard }: DashboardViewProps) {
  const { language, messages } = useMessages();
  const path = `${packId}/${dashboardId}`;
  const { view, problems, change, search } = useView(defaultsOf(dashboard));
  const { watchdog } = useServices().config;
  const clock = useRef<BoardClock>(null);
  const timeZone = resolveTimeZone(view.timeZone);
  const now = useCallback(() => clock.current?.now ?? Date.now(), []);
  const refreshNow = useCallback(() => clock.current?.refreshNow(), []);
  const moves = useRangeMoves({ range: view.range, now, timeZone, change });
  const rows = useCollapsedRows(path);
  const links = useBoardLinks(path, search);
  const addressOf = usePageAddress();
  const wall = addressOf(`/kiosk/${packId}`);
  const timePicker = useDashboardShortcuts({ wall, view, moves, change, refreshNow });
  const title = dashboard.title[language];
  useAppReady(true);
  return (
    <HostProvider dashboard={dashboard} view={view} latest={clock}>
      <title>{`${title} · ${packTitle} · Mirante`}</title>
      <PageHeader title={title} parent={packTitle} menuLabel={messages.shell.navigation.open}>
        <TimeControls view={view} change={change} now={now} timeZone={timeZone} moves={moves} triggerRef={timePicker} />
        <ShareMenu
          relative={links.now(search())}
          absolute={() => links.now(search(clock.current === null ? {} : { range: fixedRange(clock.current.span) }))}
          embed={links.embedBoard()}
          wall={wall}
        />
      </PageHeader>
      <Suspense>
        {problems.length > 0 && <ViewProblems problems={problems} onDismiss={() => change({}, 'replace')} />}
      </Suspense>
      <div className={styles.bar}>
        {view.panel !== null && (
          <ButtonLink icon="back" href={links.board()}>
            {messages.pages.dashboard.backToBoard}
          </ButtonLink>
        )}
        <VariablesBar dashboard={dashboard} view={view} change={change} />
        {packLinks.length > 0 && (
          <ul className={styles.places}>
            <Suspense>
              <PlaceLinks links={packLinks} language={language} addressOf={addressOf} />
            </Suspense>
          </ul>
        )}
      </div>
      {watchdog !== null && (
        <Suspense>
          <BoardWatchdog />
        </Suspense>
      )}
      <div className={view.panel === null ? styles.board : styles.alone}>
        <BoardArea
          system={packId}
          dashboard={dashboard}
          only={view.panel}
          onZoom={moves.zoom}
          links={links}
          rows={rows.opened}
          onToggleRow={rows.toggle}
        />
      </div>
    </HostProvider>
  );
}

/** What the dashboard's file says where the URL does not. */
const defaultsOf = ({ range, refresh }: Dashboard) => ({
  range: { from: range, to: 'now' },
  refresh: refresh === 'off' ? null : parseDuration(refresh),
});

/** Absolute addresses of the board and its panels as they are chosen now. */
function useBoardLinks(path: string, search: (patch?: Partial<View>) => string) {
  return useMemo(() => {
    const { origin } = location;
    const all = search({ panel: null });
    return {
      now: (query: string) => `${origin}/d/${path}${query}`,
      board: () => `${origin}/d/${path}${all}`,
      panel: (panel: string) => `${origin}/d/${path}${search({ panel })}`,
      embed: (panel: string) => `${origin}${embedPath(path, panel)}${all}`,
      embedBoard: () => `${origin}${embedPath(path)}${all}`,
    };
  }, [path, search]);
}
