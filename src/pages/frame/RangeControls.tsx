import { useRef } from 'react';
import { useMessages } from '../../data/services/messages.tsx';
import { useShortcuts } from '../../ui/shortcuts/registry.ts';
import { ShownTime } from '../../ui/time/ShownTime.tsx';
import { useRangeMoves } from '../../view/useRangeMoves.ts';
import { RangePicker } from './RangePicker.tsx';
import type { ServerPageProps } from './ServerPage.tsx';

/** Which time a page about a server shows, with the keys of a board. */
export function RangeControls({ view, change, clock, timeZone }: ServerPageProps) {
  const { language, messages } = useMessages();
  const keys = messages.pages.dashboard.shortcuts;
  const { now } = clock;
  const moves = useRangeMoves({ range: view.range, now: () => now, timeZone, change });
  const picker = useRef<HTMLButtonElement>(null);
  useShortcuts([
    { keys: 't', label: keys.time, run: () => picker.current?.click() },
    { keys: '[', label: keys.earlier, run: moves.earlier },
    { keys: ']', label: keys.later, run: moves.later },
    { keys: 'z', label: keys.zoomOut, run: moves.out },
  ]);
  return (
    <RangePicker view={view} change={change} now={() => now} timeZone={timeZone} moves={moves} triggerRef={picker}>
      <ShownTime range={view.range} context={{ now, timeZone, language }} texts={messages.shell.time} />
    </RangePicker>
  );
}
