import type { Ref } from 'react';
import { useMessages } from '../../data/messages.tsx';
import type { BoardClock } from '../../data/useBoardClock.ts';
import { useRefreshStatus } from '../../data/useRefreshStatus.ts';
import { Button } from '../../ui/Button.tsx';
import { RefreshPicker } from '../../ui/time/RefreshPicker.tsx';
import { TimePicker } from '../../ui/time/TimePicker.tsx';
import type { View } from '../../view/urlState.ts';
import type { RangeMoves } from '../../view/useRangeMoves.ts';
import styles from './DashboardPage.module.css';

interface TimeControlsProps {
  readonly view: View;
  readonly change: (patch: Partial<View>, how: 'push' | 'replace') => void;
  readonly clock: BoardClock;
  /** IANA zone that `view.timeZone` comes to. */
  readonly timeZone: string;
  readonly moves: RangeMoves;
  readonly triggerRef: Ref<HTMLButtonElement>;
}

/** Which time, how often, how old. Apart from the page, since it moves every second. */
export function TimeControls({ view, change, clock, timeZone, moves, triggerRef }: TimeControlsProps) {
  const { language, messages } = useMessages();
  const texts = messages.shell;
  const status = useRefreshStatus(clock);
  return (
    <>
      <Button
        look="quiet"
        icon="zoomOut"
        aria-label={texts.time.zoomOut}
        title={`${texts.time.zoomOut} (z)`}
        className={styles.zoomOut ?? ''}
        onClick={moves.out}
      />
      <TimePicker
        range={view.range}
        zone={view.timeZone}
        context={{ now: clock.now, timeZone, language }}
        onRange={(range) => change({ range }, 'push')}
        onZoomOut={moves.out}
        onZone={(zone) => change({ timeZone: zone }, 'push')}
        texts={texts}
        triggerRef={triggerRef}
      />
      <RefreshPicker
        refresh={view.refresh}
        status={status}
        onRefresh={(refresh) => change({ refresh }, 'push')}
        onRefreshNow={clock.refreshNow}
        texts={texts.time}
      />
    </>
  );
}
