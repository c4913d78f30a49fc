import { useCallback } from 'react';
import { useLocation } from 'wouter';
import { Board } from '../../board/Board.tsx';
import { useDashboard } from '../../data/packs/usePacks.ts';
import { useMessages } from '../../data/services/messages.tsx';
import { useBoardHost } from '../../data/useBoardHost.ts';
import type { Dashboard } from '../../model/dashboard.ts';
import { parseDuration } from '../../model/duration.ts';
import { Message } from '../../ui/Message.tsx';
import { useAppReady } from '../../ui/useAppReady.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { panelOfPath } from '../../view/embedPath.ts';
import { useZoom } from '../../view/useRangeMoves.ts';
import { useView } from '../../view/useView.ts';
import styles from './EmbedPage.module.css';
import { useSeeThrough } from './useSeeThrough.ts';

interface EmbedPageProps {
  readonly pack: string;
  readonly dashboard: string;
}

/** A board or one panel alone, for a host application to frame. All but which panel is chosen by the query string. */
export default function EmbedPage({ pack, dashboard: id }: EmbedPageProps) {
  useLocation();
  // As it is written: what the router makes of it is decoded by half.
  const panel = panelOfPath(location.pathname);
  const { messages } = useMessages();
  const { dashboard, isPending, error } = useDashboard(pack, id);
  useSeeThrough();
  useAppReady(!isPending);
  if (dashboard !== null) return <EmbeddedBoard system={pack} dashboard={dashboard} panel={panel} />;
  if (isPending) return null;
  return (
    <main className={styles.failed}>
      <Message role="alert" title={messages.pages.dashboard.failed}>
        <pre>{error instanceof Error ? error.message : String(error)}</pre>
      </Message>
    </main>
  );
}

interface EmbeddedBoardProps {
  /** Id of the pack. */
  readonly system: string;
  readonly dashboard: Dashboard;
  /** This panel alone; null: the whole board. */
  readonly panel: string | null;
}

function EmbeddedBoard({ system, dashboard, panel }: EmbeddedBoardProps) {
  const { language, messages } = useMessages();
  const { range, refresh } = dashboard;
  const { view, change } = useView({
    range: { from: range, to: 'now' },
    refresh: refresh === 'off' ? null : parseDuration(refresh),
  });
  // The frame's own history is the host's back button: a zoom is undone by a double click, and takes its place. The range that
  // the host chose stays.
  const zoom = useZoom(
    view.range,
    useCallback((next) => change({ range: next }, 'replace'), [change]),
  );
  const host = useBoardHost({ dashboard, view });
  const { dataSource } = host;
  if (dataSource === null) return <Message role="alert" title={messages.pages.dashboard.noDataSource} />;
  return (
    <main className={panel === null ? styles.board : styles.panel} aria-label={dashboard.title[language]}>
      <title>{dashboard.title[language]}</title>
      {panel === null && (
        <h1>
          <VisuallyHidden>{dashboard.title[language]}</VisuallyHidden>
        </h1>
      )}
      <Board
        {...host}
        system={system}
        dataSource={dataSource}
        dashboard={dashboard}
        surface="embed"
        only={panel}
        onZoom={zoom}
      />
    </main>
  );
}
