import { formatDuration } from '../model/duration.ts';

/** What of the board a Grafana address carries over. */
export interface GrafanaAddress {
  /** Where Grafana is, with its path prefix if it has one; a closing slash does not matter. */
  readonly baseUrl: string;
  readonly uid: string;
  /** Grafana's number of one panel; without it the whole dashboard. */
  readonly panel?: number | undefined;
  /** For a Grafana with several organisations. */
  readonly orgId?: number | undefined;
  /** `solo` is for a frame: one panel alone, or the dashboard without Grafana's own chrome. `full` is for a page of its own. */
  readonly mode: 'solo' | 'full';
  /** As Grafana and our own URL write them alike: `now-6h`, `now/d`, or epoch milliseconds. */
  readonly range: { readonly from: string; readonly to: string };
  /** Chosen values by variable name; several values repeat the parameter. All of them is Grafana's `$__all`. */
  readonly variables: ReadonlyMap<string, readonly string[]>;
  readonly theme: 'light' | 'dark';
  /** Milliseconds; null asks Grafana not to refresh either. */
  readonly refresh: number | null;
  /** IANA zone. */
  readonly timeZone: string;
}

/**
 * The address of a Grafana dashboard or panel that shows what the board shows. Range, refresh, zone and variables go by
 * the parameters that Grafana itself writes when a dashboard is shared.
 */
export function grafanaUrl(address: GrafanaAddress): string {
  const { baseUrl, uid, panel, orgId, mode, range, variables, theme, refresh, timeZone } = address;
  const alone = mode === 'solo' && panel !== undefined;
  const query = new URLSearchParams();
  if (orgId !== undefined) query.append('orgId', String(orgId));
  if (panel !== undefined) query.append(alone ? 'panelId' : 'viewPanel', String(panel));
  query.append('from', range.from);
  query.append('to', range.to);
  for (const [name, values] of variables) for (const value of values) query.append(`var-${name}`, value);
  query.append('theme', theme);
  query.append('refresh', refresh === null ? '' : formatDuration(refresh));
  query.append('timezone', timeZone);
  if (mode === 'solo' && !alone) query.append('kiosk', 'true');
  return `${baseUrl.replace(/\/+$/, '')}/${alone ? 'd-solo' : 'd'}/${encodeURIComponent(uid)}?${query}`;
}
