import { Board } from '../../board/Board.tsx';
import { useMessages } from '../../data/messages.tsx';
import type { BoardClock } from '../../data/useBoardClock.ts';
import { useBoardHost } from '../../data/useBoardHost.ts';
import { useBoardStatus } from '../../data/useBoardStatus.ts';
import { useDashboard } from '../../data/usePacks.ts';
import type { Dashboard } from '../../model/dashboard.ts';
import { parseDuration } from '../../model/duration.ts';
import { ErrorBoundary } from '../../ui/ErrorBoundary.tsx';
import { Message } from '../../ui/Message.tsx';
import { useView } from '../../view/useView.ts';
import styles from './KioskPage.module.css';
import type { WallBoard as Stop } from './playlist.ts';
import type { KioskControl } from './useKioskControls.ts';
import { type RoundPlace, WallFooter } from './WallFooter.tsx';
import { WallHeader } from './WallHeader.tsx';

interface WallBoardProps {
  readonly board: Stop;
  readonly place: RoundPlace;
  /** Buttons to show; null while nobody moves the pointer. */
  readonly controls: readonly KioskControl[] | null;
}

/** One stop of the round: title and time, the board on the rest of the screen, and the footer. A board that fails leaves the round alone. */
export function WallBoard({ board, place, controls }: WallBoardProps) {
  const { dashboard, error } = useDashboard(board.pack.id, board.dashboardId);
  const { language } = useMessages();
  const title = dashboard?.title[language] ?? board.dashboardId;
  return (
    <>
      <WallHeader system={board.pack.title[language]} title={title} timeZone={place.timeZone} />
      {dashboard !== null && (
        <ErrorBoundary fallback={() => <BoardFailed place={place} controls={controls} />}>
          <LiveBoard dashboard={dashboard} place={place} controls={controls} />
        </ErrorBoundary>
      )}
      {dashboard === null && error !== null && <BoardFailed place={place} controls={controls} error={error} />}
    </>
  );
}

interface LiveBoardProps extends Omit<WallBoardProps, 'board'> {
  readonly dashboard: Dashboard;
}

function LiveBoard({ dashboard, place, controls }: LiveBoardProps) {
  const { range, refresh } = dashboard;
  const { view } = useView({
    range: { from: range, to: 'now' },
    refresh: refresh === 'off' ? null : parseDuration(refresh),
  });
  const host = useBoardHost({ dashboard, view, runsHidden: true });
  const { dataSource, clock } = host;
  return (
    <>
      <div className={styles.board}>
        {dataSource !== null && (
          <Board {...host} dataSource={dataSource} dashboard={dashboard} surface="wall" onZoom={stayPut} />
        )}
      </div>
      <LiveFooter clock={clock} place={place} controls={controls} />
    </>
  );
}

/** Nobody drags on a wall. */
const stayPut = () => {};

interface LiveFooterProps extends Omit<WallBoardProps, 'board'> {
  readonly clock: BoardClock;
}

/** Apart from the board, since it moves every second. */
function LiveFooter({ clock, place, controls }: LiveFooterProps) {
  const { oldestAge, failed } = useBoardStatus(clock);
  return <WallFooter place={place} controls={controls} age={oldestAge} failed={failed} />;
}

interface BoardFailedProps extends Omit<WallBoardProps, 'board'> {
  readonly error?: unknown;
}

function BoardFailed({ place, controls, error }: BoardFailedProps) {
  const { messages } = useMessages();
  const texts = messages.pages.kiosk;
  return (
    <>
      <div className={styles.nothing}>
        <Message role="alert" title={texts.boardFailed}>
          <p>{texts.boardFailedDetail}</p>
          {error !== undefined && <code>{error instanceof Error ? error.message : String(error)}</code>}
        </Message>
      </div>
      <WallFooter place={place} controls={controls} age={null} failed={0} />
    </>
  );
}
