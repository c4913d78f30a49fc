import { formatDuration, parseDuration } from '../model/duration.ts';
import { type Language, languageOf } from '../model/language.ts';
import { parseTime, resolveRange, type TimeRange } from '../model/timeRange.ts';
import { isTimeZoneChoice } from '../model/timeZone.ts';
import { isTheme, type Theme } from './theme.ts';

/** What the viewer chose, as the URL has it. The URL is its only owner. */
export interface View {
  readonly range: TimeRange;
  /** Milliseconds between refreshes; null when refresh is off. */
  readonly refresh: number | null;
  /** `browser`, `utc` or an IANA zone. */
  readonly timeZone: string;
  /** null: the viewer's preference. */
  readonly theme: Theme | null;
  /** null: the viewer's preference. */
  readonly language: Language | null;
  /** Id of a data source; null: the first. */
  readonly dataSource: string | null;
  /** Chosen values by variable name; a variable that is not here has its default. All is `[allValue]`. */
  readonly variables: ReadonlyMap<string, readonly string[]>;
  /** The one panel shown alone; null: the whole board. */
  readonly panel: string | null;
  /** What is none of the above, in its order: other parts of the app own it. */
  readonly rest: readonly (readonly [string, string])[];
}

/** What the view is where the URL does not say. */
export type ViewDefaults = Pick<View, 'range' | 'refresh' | 'timeZone'>;

/** Something in the URL that cannot be followed; the default is taken in its place. */
export interface ViewProblem {
  readonly key: string;
  readonly value: string;
  readonly reason: 'time' | 'empty-range' | 'refresh' | 'time-zone' | 'theme' | 'language' | 'empty' | 'repeated';
}

/** The value that stands for every value of a variable. */
export const allValue = '$__all';

const singleKeys = ['from', 'to', 'refresh', 'tz', 'theme', 'lang', 'ds', 'panel'] as const;
type SingleKey = (typeof singleKeys)[number];

const variableKey = /^var-([A-Za-z_]\w*)$/;
/** Milliseconds: nobody reads faster, and a typing error must not flood the server. */
const shortestRefresh = 1000;

/** Reads a query string, with or without its `?`. Never fails: what it cannot follow is in `problems`. */
export function decodeView(search: string, defaults: ViewDefaults): { view: View; problems: ViewProblem[] } {
  const { single, variables, rest, problems } = sortOut(search);

  /** The value of a key when `read` makes something of it; null is "cannot be followed". */
  function decode<T, D>(
    key: SingleKey,
    fallback: D,
    reason: ViewProblem['reason'],
    read: (text: string) => T | null,
  ): T | D {
    const value = single.get(key);
    if (value === undefined) return fallback;
    const decoded = read(value);
    if (decoded === null) problems.push({ key, value, reason });
    return decoded ?? fallback;
  }

  const time = (text: string) => (parseTime(text) ? text.trim() : null);
  const range = {
    from: decode('from', defaults.range.from, 'time', time),
    to: decode('to', defaults.range.to, 'time', time),
  };
  const empty = isSurelyEmpty(range);
  if (empty) problems.push({ key: 'from', value: range.from, reason: 'empty-range' });
  const refresh = decode('refresh', { every: defaults.refresh }, 'refresh', readRefresh).every;
  const view: View = {
    range: empty ? defaults.range : range,
    refresh,
    timeZone: decode('tz', defaults.timeZone, 'time-zone', readTimeZone),
    theme: decode('theme', null, 'theme', (text) => (isTheme(text) ? text : null)),
    language: decode('lang', null, 'language', languageOf),
    dataSource: decode('ds', null, 'empty', (text) => text || null),
    variables,
    panel: decode('panel', null, 'empty', (text) => text || null),
    rest,
  };
  return { view, problems };
}

/** The query string of a view, with its `?`, or '' when all is as by default. `decodeView` reads it back. */
export function encodeView(view: View, defaults: ViewDefaults): string {
  const params = new URLSearchParams();
  const put = (key: SingleKey, value: string | null, byDefault: string | null) => {
    if (value !== null && value !== byDefault) params.append(key, value);
  };
  put('from', view.range.from, defaults.range.from);
  put('to', view.range.to, defaults.range.to);
  put('refresh', refreshText(view.refresh), refreshText(defaults.refresh));
  put('tz', view.timeZone, defaults.timeZone);
  put('theme', view.theme, null);
  put('lang', view.language, null);
  put('ds', view.dataSource, null);
  for (const [name, values] of view.variables) for (const value of values) params.append(`var-${name}`, value);
  put('panel', view.panel, null);
  for (const [key, value] of view.rest) params.append(key, value);
  // These may stand in a query string as they are, and people read it.
  const text = params.toString().replace(/%(?:2F|3A|24|2C)/g, decodeURIComponent);
  return text === '' ? '' : `?${text}`;
}

function sortOut(search: string) {
  const single = new Map<SingleKey, string>();
  const variables = new Map<string, readonly string[]>();
  const rest: [string, string][] = [];
  const problems: ViewProblem[] = [];
  for (const [key, value] of new URLSearchParams(search)) {
    const singleKey = singleKeys.find((known) => known === key);
    const name = variableKey.exec(key)?.[1];
    if (singleKey) {
      if (single.has(singleKey)) problems.push({ key, value, reason: 'repeated' });
      else single.set(singleKey, value);
    } else if (name === undefined) {
      rest.push([key, value]);
    } else {
      variables.set(name, withValue(variables.get(name) ?? [], value));
    }
  }
  return { single, variables, rest, problems };
}

/** Each value once, and All alone. */
function withValue(values: readonly string[], value: string): readonly string[] {
  if (value === allValue || values.includes(allValue)) return [allValue];
  return values.includes(value) ? values : [...values, value];
}

/** Sunday's and the year's last moment, and the next: rounding down reaches farthest back at the one, up at the other. */
const extremeMoments = [Date.UTC(2001, 0, 1) - 1, Date.UTC(2001, 0, 1)];

/**
 * Whether the range is empty at any time, in any zone: told only of two ends of one kind. For others it depends, and
 * `resolveRange` will say.
 */
function isSurelyEmpty(range: TimeRange): boolean {
  if (parseTime(range.from)?.kind !== parseTime(range.to)?.kind) return false;
  return extremeMoments.every((now) => 'problem' in resolveRange(range, now, 'UTC'));
}

function readRefresh(text: string): { every: number | null } | null {
  if (text === 'off') return { every: null };
  const every = parseDuration(text);
  return every !== null && every >= shortestRefresh ? { every } : null;
}

function refreshText(refresh: number | null): string {
  return refresh === null ? 'off' : formatDuration(refresh);
}

function readTimeZone(text: string): string | null {
  if (text.toLowerCase() === 'utc') return 'utc';
  return isTimeZoneChoice(text) ? text : null;
}
