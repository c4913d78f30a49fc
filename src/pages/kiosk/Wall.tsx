import { useEffect } from 'react';
import { useDashboard } from '../../data/packs/usePacks.ts';
import { useMessages } from '../../data/services/messages.tsx';
import { kioskTexts } from '../../i18n/apart/kiosk.ts';
import { ErrorBoundary } from '../../ui/ErrorBoundary.tsx';
import { Message } from '../../ui/Message.tsx';
import { usePageAddress } from '../../view/usePageAddress.ts';
import styles from './KioskPage.module.css';
import { indexOf, type WallBoard } from './playlist.ts';
import { useKioskControls } from './useKioskControls.ts';
import { useRound } from './useRound.ts';
import { WallFooter } from './WallFooter.tsx';
import { WallScreen } from './WallScreen.tsx';
import { WallStop } from './WallStop.tsx';

interface WallProps {
  readonly boards: readonly [WallBoard, ...WallBoard[]];
  /** Ms that each screen stays. */
  readonly stay: number;
  /** Zone in which times are told. */
  readonly timeZone: string;
  /** Somebody moves the pointer: buttons are shown. */
  readonly hasControls: boolean;
}

/** The round itself, one board after the other. A board that fails leaves the round alone. */
export function Wall({ boards, stay, timeZone, hasControls }: WallProps) {
  const { language } = useMessages();
  const { round, move } = useRound();
  const index = indexOf(round, boards.length);
  const { pack, dashboardId } = boards[index] ?? boards[0];
  const { dashboard, error } = useDashboard(pack.id, dashboardId);
  const addressOf = usePageAddress();
  const controls = useKioskControls(move, addressOf(`/d/${pack.id}/${dashboardId}`));
  const place = { count: boards.length, index, screens: 0, round, stay, timeZone };
  const footer = { place, controls: hasControls ? controls : null };
  const title = dashboard?.title[language] ?? dashboardId;
  const stop = { system: pack.title[language], title, place, move };
  if (dashboard === null) {
    return <WallStop {...stop}>{error !== null && <BoardFailed {...footer} error={error} />}</WallStop>;
  }
  return (
    <ErrorBoundary
      key={`${pack.id}/${dashboardId}`}
      fallback={(retry) => (
        <WallStop {...stop}>
          <BoardFailed {...footer} onRetry={retry} />
        </WallStop>
      )}
    >
      <WallScreen pack={pack.id} dashboard={dashboard} stop={stop} controls={footer.controls} />
    </ErrorBoundary>
  );
}

interface BoardFailedProps extends Pick<React.ComponentProps<typeof WallFooter>, 'place' | 'controls'> {
  readonly error?: unknown;
  /** Draws it again. */
  readonly onRetry?: () => void;
}

/** Stands as long as a board would, which is then tried again: in a round of one board no other comes. */
function BoardFailed({ place, controls, error, onRetry }: BoardFailedProps) {
  const { language } = useMessages();
  const { stay } = place;
  useEffect(() => {
    if (onRetry === undefined) return;
    const timer = setTimeout(onRetry, stay);
    return () => clearTimeout(timer);
  }, [onRetry, stay]);
  const texts = kioskTexts[language];
  return (
    <>
      <div className={styles.nothing}>
        <Message role="alert" title={texts.boardFailed}>
          <p>{texts.boardFailedDetail}</p>
          {error !== undefined && <pre>{error instanceof Error ? error.message : String(error)}</pre>}
        </Message>
      </div>
      <WallFooter place={place} controls={controls} age={null} freshness="live" failed={0} skew={null} />
    </>
  );
}
