import type { ReactNode, Ref } from 'react';
import { useMessages } from '../../data/services/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { TimePicker } from '../../ui/time/TimePicker.tsx';
import type { View } from '../../view/urlState.ts';
import type { RangeMoves } from '../../view/useRangeMoves.ts';

export interface RangePickerProps {
  readonly view: View;
  readonly change: (patch: Partial<View>, how: 'push' | 'replace') => void;
  /** The time on screen, epoch ms on the server's clock. */
  readonly now: () => number;
  /** Zone that `view.timeZone` comes to. */
  readonly timeZone: string;
  readonly moves: RangeMoves;
  readonly triggerRef: Ref<HTMLButtonElement>;
  /** Of the button that zooms out. */
  readonly zoomOutClass?: string | undefined;
  /** A `ShownTime`. */
  readonly children: ReactNode;
}

/** Which time a page shows, and a button for a longer one. */
export function RangePicker(props: RangePickerProps) {
  const { view, change, now, timeZone, moves, triggerRef, zoomOutClass = '', children } = props;
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
        context={() => ({ now: now(), timeZone, language })}
        onRange={(range) => change({ range }, 'push')}
        onZoomOut={moves.out}
        onZone={(zone) => change({ timeZone: zone }, 'push')}
        texts={texts}
        triggerRef={triggerRef}
      >
        {children}
      </TimePicker>
    </>
  );
}
