import { createExchange, readJson, readNothing, type TransportOptions } from '../prometheus/http.ts';
import {
  decodeAlertGroups,
  decodeAlertmanagerStatus,
  decodeHeldAlerts,
  decodeReceivers,
  decodeSilenceId,
  decodeSilences,
} from './decode.ts';
import type { AlertGroup, AlertmanagerStatus, AlertSelection, HeldAlert, Silence, SilenceDraft } from './types.ts';

/**
 * Version 2 of Alertmanager's API (https://github.com/prometheus/alertmanager/blob/main/api/v2/openapi.yaml), from 0.22 on.
 * Every failure is a PrometheusError, `aborted` when the signal was. Answers are decoded, and times are epoch ms.
 */
export interface AlertmanagerClient {
  alerts(selection?: AlertSelection, signal?: AbortSignal): Promise<readonly HeldAlert[]>;
  alertGroups(selection?: AlertSelection, signal?: AbortSignal): Promise<readonly AlertGroup[]>;
  /** All that it remembers, expired ones too; `filter` as in AlertSelection, matched against the silences' matchers. */
  silences(filter?: readonly string[], signal?: AbortSignal): Promise<readonly Silence[]>;
  /**
   * Makes a silence, or changes the one of the draft's id. Answers its id: a change of more than the end makes a new silence
   * and expires the old one. Needs the role operator.
   */
  createSilence(draft: SilenceDraft, signal?: AbortSignal): Promise<string>;
  /** Ends a silence now. Needs the role operator. */
  expireSilence(id: string, signal?: AbortSignal): Promise<void>;
  status(signal?: AbortSignal): Promise<AlertmanagerStatus>;
  /** Names. */
  receivers(signal?: AbortSignal): Promise<readonly string[]>;
}

function queryOf(parameters: readonly (readonly [string, string])[]): string {
  return parameters.length === 0 ? '' : `?${new URLSearchParams(parameters.map(([name, value]) => [name, value]))}`;
}

function selected({ filter = [], ...rest }: AlertSelection = {}): string {
  const flags = Object.entries(rest).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)] as const],
  );
  return queryOf([...filter.map((matcher) => ['filter', matcher] as const), ...flags]);
}

/** Opens a server; `baseUrl` is what stands before `/api/v2`. Nothing is sent before the first call. */
export function createAlertmanagerClient(options: TransportOptions): AlertmanagerClient {
  const exchange = createExchange(options);
  function get<T>(path: string, decode: (reply: unknown) => T, signal?: AbortSignal): Promise<T> {
    return exchange({ method: 'GET', path: `api/v2/${path}`, read: readJson(decode) }, signal);
  }
  return {
    alerts: (selection, signal) => get(`alerts${selected(selection)}`, decodeHeldAlerts, signal),
    alertGroups: (selection, signal) => get(`alerts/groups${selected(selection)}`, decodeAlertGroups, signal),
    silences: (filter = [], signal) => get(`silences${selected({ filter })}`, decodeSilences, signal),
    createSilence({ startsAt, endsAt, ...rest }, signal) {
      const json = { ...rest, startsAt: new Date(startsAt).toISOString(), endsAt: new Date(endsAt).toISOString() };
      return exchange({ method: 'POST', path: 'api/v2/silences', json, read: readJson(decodeSilenceId) }, signal);
    },
    expireSilence: (id, signal) =>
      exchange({ method: 'DELETE', path: `api/v2/silence/${encodeURIComponent(id)}`, read: readNothing }, signal),
    status: (signal) => get('status', decodeAlertmanagerStatus, signal),
    receivers: (signal) => get('receivers', decodeReceivers, signal),
  };
}
