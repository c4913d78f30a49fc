import { useRef } from 'react';
import { useMessages } from '../../data/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { useShortcuts } from '../../ui/shortcuts/registry.ts';
import { TimePicker } from '../../ui/time/TimePicker.tsx';
import { useRangeMoves } from '../../view/useRangeMoves.ts';
import type { ServerPageProps } from './ServerPage.tsx';

/** Which time a page about a server shows, with the keys of a board. */
export function RangeControls({ view, change, clock, timeZone }: ServerPageProps) {
  const { language, messages } = useMessages();
  const texts = messages.shell;
  const keys = messages.pages.dashboard.shortcuts;
  const moves = useRangeMoves({ range: view.range, now: clock.now, timeZone, change });
  const picker = useRef<HTMLButtonElement>(null);
  useShortcuts([
    { keys: 't', label: keys.time, run: () => picker.current?.click() },
    { keys: '[', label: keys.earlier, run: moves.earlier },
    { keys: ']', label: keys.later, run: moves.later },
    { keys: 'z', label: keys.zoomOut, run: moves.out },
  ]);
  return (
    <>
      <Button
        look="quiet"
        icon="zoomOut"
        aria-label={texts.time.zoomOut}
        title={`${texts.time.zoomOut} (z)`}
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
        triggerRef={picker}
      />
    </>
  );
}
