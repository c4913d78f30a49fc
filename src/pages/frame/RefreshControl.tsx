import type { BoardClock } from '../../data/clock/useBoardClock.ts';
import { useRefreshStatus } from '../../data/clock/useRefreshStatus.ts';
import { useMessages } from '../../data/services/messages.tsx';
import { RefreshPicker } from '../../ui/time/RefreshPicker.tsx';

interface RefreshControlProps {
  /** Ms; null is off. */
  readonly refresh: number | null;
  readonly clock: BoardClock;
  readonly onRefresh: (refresh: number | null) => void;
}

/** How often a page asks, and how old what it shows is. Apart from all else of the page, since it moves every second. */
export function RefreshControl({ refresh, clock, onRefresh }: RefreshControlProps) {
  const { messages } = useMessages();
  const status = useRefreshStatus(clock);
  return (
    <RefreshPicker
      refresh={refresh}
      status={status}
      onRefresh={onRefresh}
      onRefreshNow={clock.refreshNow}
      texts={messages.shell.time}
    />
  );
}
