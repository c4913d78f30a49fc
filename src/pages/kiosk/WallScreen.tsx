import { useMemo } from 'react';
import { Board } from '../../board/Board.tsx';
import { layOut } from '../../board/layout.ts';
import { wallScreens } from '../../board/wallScreens.ts';
import { freshnessOf } from '../../data/clock/freshness.ts';
import type { BoardClock } from '../../data/clock/useBoardClock.ts';
import { useBoardStatus } from '../../data/clock/useBoardStatus.ts';
import { useBoardHost } from '../../data/useBoardHost.ts';
import type { Dashboard } from '../../model/dashboard.ts';
import { parseDuration } from '../../model/duration.ts';
import { useView } from '../../view/useView.ts';
import styles from './KioskPage.module.css';
import { screenOf } from './playlist.ts';
import type { KioskControl } from './useKioskControls.ts';
import { type RoundPlace, WallFooter } from './WallFooter.tsx';
import { type Stop, WallStop } from './WallStop.tsx';

interface FooterProps {
  readonly place: RoundPlace;
  /** Buttons to show; null while nobody moves the pointer. */
  readonly controls: readonly KioskControl[] | null;
}

interface WallScreenProps extends Pick<FooterProps, 'controls'> {
  /** Its id. */
  readonly pack: string;
  readonly dashboard: Dashboard;
  /** The board's place in the round, without its screens. */
  readonly stop: Stop;
}

/**
 * As much of a board as fits on a screen, live, and the footer that says how old it is. How many screens there are hangs on the
 * values by which its panels repeat, so they are cut here, where these are known.
 */
export function WallScreen({ pack, dashboard, stop, controls }: WallScreenProps) {
  const { range, refresh } = dashboard;
  const { view } = useView({
    range: { from: range, to: 'now' },
    refresh: refresh === 'off' ? null : parseDuration(refresh),
  });
  const host = useBoardHost({ dashboard, view, runsHidden: true });
  const { dataSource, clock, variables } = host;
  const { values } = variables;
  const screens = useMemo(() => wallScreens(layOut(dashboard, values)), [dashboard, values]);
  const place = { ...stop.place, screens: screens.length };
  const part = screens[screenOf(place.round, screens.length)];
  return (
    <WallStop {...stop} place={place}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: on a narrow wall it scrolls, by keyboard too */}
      <div className={styles.board} tabIndex={0}>
        {dataSource !== null && part && (
          <Board
            {...host}
            system={pack}
            dataSource={dataSource}
            dashboard={dashboard}
            part={part}
            surface="wall"
            onZoom={stayPut}
          />
        )}
      </div>
      <LiveFooter clock={clock} place={place} controls={controls} />
    </WallStop>
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
