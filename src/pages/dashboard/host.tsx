import { createContext, type ReactNode, type RefObject, use } from 'react';
import type { BoardClock } from '../../data/clock/useBoardClock.ts';
import { useBoardHost } from '../../data/useBoardHost.ts';
import type { Dashboard } from '../../model/dashboard.ts';
import type { View } from '../../view/urlState.ts';

type Host = ReturnType<typeof useBoardHost>;

const HostContext = createContext<Host | null>(null);

interface HostProviderProps {
  readonly dashboard: Dashboard;
  readonly view: View;
  /** Told the clock of each tick, for what reads it when the viewer does something. */
  readonly latest: RefObject<BoardClock | null>;
  readonly children: ReactNode;
}

/** Gives the board's server, clock and variables to the parts of its page that move with them; at a tick no other is drawn. */
export function HostProvider({ dashboard, view, latest, children }: HostProviderProps) {
  const host = useBoardHost({ dashboard, view });
  latest.current = host.clock;
  return <HostContext value={host}>{children}</HostContext>;
}

/** What the board of this page stands on. What reads it is drawn at each tick. */
export function useHost(): Host {
  const host = use(HostContext);
  if (host === null) throw new Error('A part of a board page stands outside of it');
  return host;
}
