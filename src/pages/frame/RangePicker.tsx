import type { Ref } from 'react';
import { useMessages } from '../../data/messages.tsx';
import type { BoardClock } from '../../data/useBoardClock.ts';
import { Button } from '../../ui/Button.tsx';
import { TimePicker } from '../../ui/time/TimePicker.tsx';
import type { View } from '../../view/urlState.ts';
import type { RangeMoves } from '../../view/useRangeMoves.ts';

export interface RangePickerProps {
  readonly view: View;
  readonly change: (patch: Partial<View>, how: 'push' | 'replace') => void;
  readonly clock: BoardClock;
  /** Zone that `view.timeZone` comes to. */
  readonly timeZone: string;
  readonly moves: RangeMoves;
  readonly triggerRef: Ref<HTMLButtonElement>;
  /** Of the button that zooms out. */
  readonly zoomOutClass?: string | undefined;
}

/** Which time a page shows, and a button for a longer one. */
export function RangePicker({ view, change, clock, timeZone, moves, triggerRef, zoomOutClass = '' }: RangePickerProps) {
  const { language, messages } = useMessages();
  const texts = messages.shell;
  return (
    <>
      <Button
        look="quiet"
        icon="zoomOut"
        aria-label={texts.time.zoomOut}
        title={`${texts.time.zoomOut} (z)`}
        className={zoomOutClass}
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
    </>
  );
}
