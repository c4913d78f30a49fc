import { lazy, Suspense, useMemo } from 'react';
import { Board } from '../../board/Board.tsx';
import { useMessages } from '../../data/messages.tsx';
import { useServices } from '../../data/services.tsx';
import { useBoardHost } from '../../data/useBoardHost.ts';
import type { Dashboard } from '../../model/dashboard.ts';
import { parseDuration } from '../../model/duration.ts';
import type { PackSummary } from '../../model/pack.ts';
import { fixedRange } from '../../model/timeRange.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { Message } from '../../ui/Message.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { useAppReady } from '../../ui/useAppReady.ts';
import type { View } from '../../view/urlState.ts';
import { useRangeMoves } from '../../view/useRangeMoves.ts';
import { useView } from '../../view/useView.ts';
import { RangePicker } from '../frame/RangePicker.tsx';
import { RefreshControl } from '../frame/RefreshControl.tsx';
import styles from './DashboardPage.module.css';
import { ShareMenu } from './ShareMenu.tsx';
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

/** A dashboard that is there: its header, its variables and its board, all after the URL. */
export function DashboardView({ packId, packTitle, packLinks, dashboardId, dashboard }: DashboardViewProps) {
  const { language, messages } = useMessages();
  const texts = messages.pages.dashboard;
  const { view, problems, change, search } = useView(defaultsOf(dashboard));
  const { watchdog } = useServices().config;
  const host = useBoardHost({ dashboard, view });
  const { dataSource, clock, timeZone } = host;
  const moves = useRangeMoves({ range: view.range, now: clock.now, timeZone, change });
  const rows = useCollapsedRows(`${packId}/${dashboardId}`);
  const links = useBoardLinks(`${packId}/${dashboardId}`, search);
  const timePicker = useDashboardShortcuts({ packId, view, moves, change, refreshNow: clock.refreshNow });
  const title = dashboard.title[language];
  useAppReady(true);
  return (
    <>
      <title>{`${title} · ${packTitle} · Mirante`}</title>
      <PageHeader title={title} parent={packTitle} menuLabel={messages.shell.navigation.open}>
        <RangePicker
          view={view}
          change={change}
          clock={clock}
          timeZone={timeZone}
          moves={moves}
          triggerRef={timePicker}
          zoomOutClass={styles.zoomOut}
        />
        <RefreshControl refresh={view.refresh} clock={clock} onRefresh={(refresh) => change({ refresh }, 'push')} />
        <ShareMenu
          relative={links.now(search())}
          absolute={links.now(search({ range: fixedRange(clock.span) }))}
          embed={links.embedBoard()}
          wall={`/kiosk/${packId}`}
        />
      </PageHeader>
      <Suspense>
        {problems.length > 0 && <ViewProblems problems={problems} onDismiss={() => change({}, 'replace')} />}
      </Suspense>
      <div className={styles.bar}>
        {view.panel !== null && (
          <ButtonLink icon="back" href={links.board()}>
            {texts.backToBoard}
          </ButtonLink>
        )}
        <VariablesBar states={host.variables.states} view={view} change={change} />
        {packLinks.length > 0 && (
          <ul className={styles.places}>
            <Suspense>
              <PlaceLinks links={packLinks} language={language} />
            </Suspense>
          </ul>
        )}
      </div>
      {watchdog !== null && dataSource !== null && (
        <Suspense>
          <BoardWatchdog dataSource={dataSource} clock={clock} />
        </Suspense>
      )}
      <div className={view.panel === null ? styles.board : styles.alone}>
        {dataSource === null ? (
          <Message title={texts.noDataSource} action={<ButtonLink href="/">{texts.toOverview}</ButtonLink>} />
        ) : (
          <Board
            {...host}
            dataSource={dataSource}
            system={packId}
            dashboard={dashboard}
            surface="page"
            only={view.panel}
            onZoom={moves.zoom}
            links={links}
            rows={rows.opened}
            onToggleRow={rows.toggle}
          />
        )}
      </div>
    </>
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
      embed: (panel: string) => `${origin}/embed/${path}/${encodeURIComponent(panel)}${all}`,
      embedBoard: () => `${origin}/embed/${path}${all}`,
    };
  }, [path, search]);
}
