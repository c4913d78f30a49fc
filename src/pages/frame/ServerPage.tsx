import type { ReactNode } from 'react';
import { type BoardClock, useBoardClock } from '../../data/clock/useBoardClock.ts';
import { useMessages } from '../../data/services/messages.tsx';
import { useDataSource } from '../../data/services/services.tsx';
import { useShownTheme } from '../../data/services/useShownTheme.ts';
import type { DataSource } from '../../data/source/dataSource.ts';
import { frameTexts } from '../../i18n/apart/frame.ts';
import type { TimeRange } from '../../model/timeRange.ts';
import { resolveTimeZone } from '../../model/timeZone.ts';
import { Message } from '../../ui/Message.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { useShortcuts } from '../../ui/shortcuts/registry.ts';
import type { View } from '../../view/urlState.ts';
import { useParams } from '../../view/useParams.ts';
import { type Change, useView } from '../../view/useView.ts';
import { RefreshControl } from './RefreshControl.tsx';
import styles from './ServerPage.module.css';
import { ServerPicker } from './ServerPicker.tsx';

/** What a page about one server is given. */
export interface ServerPageProps {
  readonly dataSource: DataSource;
  readonly clock: BoardClock;
  readonly view: View;
  readonly change: Change;
  /** The page's own keys of the URL. */
  readonly params: ReturnType<typeof useParams>;
  readonly theme: 'light' | 'dark';
  /** A zone: see model/timeZone.ts. */
  readonly timeZone: string;
}

interface FrameProps {
  readonly title: string;
  /** Before the title in the tab: what is worth a look there, such as a count of alerts. */
  readonly mark?: string;
  /** Ms between refreshes where the viewer chose nothing; null asks once. */
  readonly refresh?: number | null;
  readonly range?: TimeRange;
  /** Controls of the page beside the refresh. */
  readonly actions?: (props: ServerPageProps) => ReactNode;
  readonly children: (props: ServerPageProps) => ReactNode;
}

const lastHour: TimeRange = { from: 'now-1h', to: 'now' };

/** A page about the chosen server: header, which server, refresh; without a server it says what to set. */
export function ServerPage({ title, mark = '', refresh = 30_000, range = lastHour, actions, children }: FrameProps) {
  const { language, messages } = useMessages();
  const texts = frameTexts[language];
  const { view, change } = useView({ range, refresh });
  const params = useParams(view.rest, change);
  const theme = useShownTheme(view.theme);
  const timeZone = resolveTimeZone(view.timeZone);
  const dataSource = useDataSource(view.dataSource);
  const clock = useBoardClock({ dataSource, range: view.range, refresh: view.refresh, timeZone });
  useShortcuts([{ keys: 'r', label: messages.shell.time.refreshNow, run: clock.refreshNow }]);
  const props = dataSource && { dataSource, clock, view, change, params, theme, timeZone };
  return (
    <>
      <title>{`${mark}${title} · Mirante`}</title>
      <PageHeader title={title} menuLabel={messages.shell.navigation.open}>
        {props && actions?.(props)}
        <ServerPicker chosen={view.dataSource} onChoose={(id) => change({ dataSource: id }, 'push')} />
        {props && (
          <RefreshControl
            refresh={view.refresh}
            clock={clock}
            onRefresh={(every) => change({ refresh: every }, 'push')}
          />
        )}
      </PageHeader>
      <div className={styles.page}>
        {props ? children(props) : <Message title={texts.noServer.title}>{texts.noServer.detail}</Message>}
      </div>
    </>
  );
}
