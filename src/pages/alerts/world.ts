import { createContext, use } from 'react';
import type { Silence } from '../../alertmanager/types.ts';
import type { Alertmanager } from '../../data/alerts/alertmanagers.ts';
import type { BoardClock } from '../../data/clock/useBoardClock.ts';
import type { DataSource } from '../../data/source/dataSource.ts';
import type { AlertEntry } from './entries.ts';

/** What the dialog is for: a silence, or an acknowledgement. */
export type SilencePurpose = 'silence' | 'acknowledge';

/** What the parts of the page share. */
export interface AlertsWorld {
  readonly dataSource: DataSource;
  readonly clock: BoardClock;
  readonly theme: 'light' | 'dark';
  /** A zone: see model/timeZone.ts. */
  readonly timeZone: string;
  readonly servers: readonly Alertmanager[];
  /** By `silenceKey`. */
  readonly silences: ReadonlyMap<string, Silence>;
  /** All alerts, whatever is shown. */
  readonly entries: readonly AlertEntry[];
  /** Whether the role allows silences. */
  readonly canWrite: boolean;
  /** Opens the dialog. */
  readonly silence: (entry: AlertEntry, purpose: SilencePurpose) => void;
}

/** Tells silences of several Alertmanagers apart. */
export const silenceKey = (server: Alertmanager, id: string) => `${server.id} ${id}`;

const AlertsContext = createContext<AlertsWorld | null>(null);
export const AlertsProvider = AlertsContext;

export function useAlertsWorld(): AlertsWorld {
  const world = use(AlertsContext);
  if (world === null) throw new Error('A part of the page of alerts stands outside of it');
  return world;
}
