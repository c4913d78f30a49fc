import { formatDuration, parseDuration } from '../model/duration.ts';
import { parseTime, type Rounding, resolveTime, type TimeRange } from '../model/timeRange.ts';

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
  /** As our own URL writes it. */
  readonly range: TimeRange;
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
  query.append('from', timeText(range.from, timeZone, 'start'));
  query.append('to', timeText(range.to, timeZone, 'end'));
  for (const [name, values] of variables) for (const value of values) query.append(`var-${name}`, value);
  query.append('theme', theme);
  query.append('refresh', refresh === null ? '' : formatDuration(refresh));
  query.append('timezone', timeZone);
  if (mode === 'solo' && !alone) query.append('kiosk', 'true');
  return `${baseUrl.replace(/\/+$/, '')}/${alone ? 'd-solo' : 'd'}/${encodeURIComponent(uid)}?${query}`;
}

/** Grafana reads no digit beyond the tenth character after `now`. */
const unread = /^now.{10,}\d/;

/** One end of a range as Grafana reads it: relative to now, or epoch milliseconds. Of dates it knows few, and takes others for 1970. */
function timeText(text: string, timeZone: string, rounding: Rounding): string {
  const time = parseTime(text);
  // Neither an instant nor a date depends on what is now.
  if (time !== null && time.kind !== 'relative') return String(resolveTime(time, 0, timeZone, rounding));
  const signed = withSigns(text);
  return unread.test(signed) ? withSigns(text.replace(/(?:\d+[wdhms])+/g, inSeconds)) : signed;
}

/** `now-1h30m` as `now-1h-30m`: for Grafana each amount has a sign of its own. */
function withSigns(text: string): string {
  return text.replace(/([+-])((?:\d+[a-z])+)/gi, (_, sign: string, amounts: string) =>
    amounts.replace(/\d+./g, `${sign}$&`),
  );
}

function inSeconds(text: string): string {
  const length = parseDuration(text);
  return length === null ? text : `${length / 1000}s`;
}
