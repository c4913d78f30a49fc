import { Board } from '../../board/Board.tsx';
import { freshnessOf } from '../../data/clock/freshness.ts';
import type { BoardClock } from '../../data/clock/useBoardClock.ts';
import { useBoardStatus } from '../../data/clock/useBoardStatus.ts';
import { useBoardHost } from '../../data/useBoardHost.ts';
import type { Dashboard } from '../../model/dashboard.ts';
import { parseDuration } from '../../model/duration.ts';
import { useView } from '../../view/useView.ts';
import styles from './KioskPage.module.css';
import type { KioskControl } from './useKioskControls.ts';
import { type RoundPlace, WallFooter } from './WallFooter.tsx';

interface FooterProps {
  readonly place: RoundPlace;
  /** Buttons to show; null while nobody moves the pointer. */
  readonly controls: readonly KioskControl[] | null;
}

interface WallScreenProps extends FooterProps {
  /** Id of the pack. */
  readonly system: string;
  /** As much of a dashboard as fits. */
  readonly screen: Dashboard;
}

/** A screenful of a board, live, and the footer that says how old it is. */
export function WallScreen({ system, screen, place, controls }: WallScreenProps) {
  const { range, refresh } = screen;
  const { view } = useView({
    range: { from: range, to: 'now' },
    refresh: refresh === 'off' ? null : parseDuration(refresh),
  });
  const host = useBoardHost({ dashboard: screen, view, runsHidden: true });
  const { dataSource, clock } = host;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: on a narrow wall it scrolls, by keyboard too */}
      <div className={styles.board} tabIndex={0}>
        {dataSource !== null && (
          <Board {...host} system={system} dataSource={dataSource} dashboard={screen} surface="wall" onZoom={stayPut} />
        )}
      </div>
      <LiveFooter clock={clock} place={place} controls={controls} />
    </>
  );
}

/** Nobody drags on a wall. */
const stayPut = () => {};

interface LiveFooterProps extends FooterProps {
  readonly clock: BoardClock;
}

/** Apart from the board, since it moves every second. */
function LiveFooter({ clock, place, controls }: LiveFooterProps) {
  const { oldestAge, failed, skew } = useBoardStatus(clock);
  const freshness = freshnessOf(oldestAge, clock.refresh);
  const shown = { age: oldestAge, freshness, failed, skew };
  return <WallFooter place={place} controls={controls} {...shown} />;
}
