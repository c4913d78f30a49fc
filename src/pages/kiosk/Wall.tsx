import { useEffect, useMemo } from 'react';
import { wallScreens } from '../../board/wallScreens.ts';
import { useDashboard } from '../../data/packs/usePacks.ts';
import { useMessages } from '../../data/services/messages.tsx';
import { kioskTexts } from '../../i18n/apart/kiosk.ts';
import { ErrorBoundary } from '../../ui/ErrorBoundary.tsx';
import { Message } from '../../ui/Message.tsx';
import { usePageAddress } from '../../view/usePageAddress.ts';
import styles from './KioskPage.module.css';
import { indexOf, type WallBoard } from './playlist.ts';
import { useKioskControls } from './useKioskControls.ts';
import { useRound, useRoundTimer } from './useRound.ts';
import { WallFooter } from './WallFooter.tsx';
import { WallHeader } from './WallHeader.tsx';
import { WallScreen } from './WallScreen.tsx';

interface WallProps {
  readonly boards: readonly [WallBoard, ...WallBoard[]];
  /** Ms that each screen stays. */
  readonly stay: number;
  /** Zone in which times are told. */
  readonly timeZone: string;
  /** Somebody moves the pointer: buttons are shown. */
  readonly hasControls: boolean;
}

/** The round itself: title and time, one screen of a board, and the footer. A board that fails leaves the round alone. */
export function Wall({ boards, stay, timeZone, hasControls }: WallProps) {
  const { language } = useMessages();
  const { round, move } = useRound();
  const index = indexOf(round, boards.length);
  const { pack, dashboardId } = boards[index] ?? boards[0];
  const { dashboard, error } = useDashboard(pack.id, dashboardId);
  const screens = useMemo(() => (dashboard === null ? [] : wallScreens(dashboard)), [dashboard]);
  const screen = screens[Math.min(round.screen, screens.length - 1)];
  useRoundTimer({ round, move, stay, boards: boards.length, screens: screens.length });
  const addressOf = usePageAddress();
  const controls = useKioskControls(move, addressOf(`/d/${pack.id}/${dashboardId}`));
  const footer = {
    place: { count: boards.length, index, screens: screens.length, round, stay, timeZone },
    controls: hasControls ? controls : null,
  };
  const hasFailed = dashboard === null && error !== null;
  return (
    <>
      <WallHeader
        system={pack.title[language]}
        title={dashboard?.title[language] ?? dashboardId}
        place={screens.length > 1 ? `${round.screen + 1} / ${screens.length}` : null}
        timeZone={timeZone}
      />
      {screen && (
        <ErrorBoundary
          key={`${pack.id}/${dashboardId}`}
          fallback={(retry) => <BoardFailed {...footer} onRetry={retry} />}
        >
          <WallScreen system={pack.id} screen={screen} {...footer} />
        </ErrorBoundary>
      )}
      {hasFailed && <BoardFailed {...footer} error={error} />}
    </>
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
