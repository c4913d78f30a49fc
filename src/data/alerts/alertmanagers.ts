import { useMemo } from 'react';
import { type AlertmanagerClient, createAlertmanagerClient } from '../../alertmanager/client.ts';
import type { HeldAlert, Silence } from '../../alertmanager/types.ts';
import type { Question } from '../asking/useAnswers.ts';
import type { BoardClock } from '../clock/useBoardClock.ts';
import { useServices } from '../services/services.tsx';
import type { DataSource } from '../source/dataSource.ts';

/** One Alertmanager as the app sees it. */
export interface Alertmanager {
  readonly id: string;
  readonly name: string;
  readonly client: AlertmanagerClient;
}

/** The configured Alertmanagers that a data source's alerts may go to: its own, and those that name no data source. */
export function useAlertmanagers(dataSource: string | null): readonly Alertmanager[] {
  const { alertmanagers } = useServices().config;
  return useMemo(
    () =>
      alertmanagers
        .filter((one) => one.dataSource === null || dataSource === null || one.dataSource === dataSource)
        .map(({ id, name, url }) => {
          const baseUrl = url ?? `/api/am/${encodeURIComponent(id)}`;
          return { id, name, client: createAlertmanagerClient({ baseUrl }) };
        }),
    [alertmanagers, dataSource],
  );
}

/** The alerts that an Alertmanager holds at this tick, silenced and inhibited ones too. */
export function heldAlertsQuestion(
  { id, client }: Alertmanager,
  { queue }: DataSource,
  { tickedAt, status }: BoardClock,
): Question<readonly HeldAlert[]> {
  return {
    key: ['held alerts', id, tickedAt],
    subject: `held alerts of ${id}`,
    ask: (signal, standing) => status.track(queue.run(standing, signal, () => client.alerts({}, signal))),
  };
}

/** The silences that an Alertmanager remembers at this tick, expired ones too. */
export function silencesQuestion(
  { id, client }: Alertmanager,
  { queue }: DataSource,
  { tickedAt, status }: BoardClock,
): Question<readonly Silence[]> {
  return {
    key: ['silences', id, tickedAt],
    subject: `silences of ${id}`,
    ask: (signal, standing) => status.track(queue.run(standing, signal, () => client.silences([], signal))),
  };
}
