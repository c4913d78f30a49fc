import type { Messages } from '../../i18n/messages.ts';
import { formatAge } from '../../model/age.ts';
import type { Language } from '../../model/language.ts';
import { quickRangeOf } from '../../model/quickRanges.ts';
import { parseTime, type Rounding, resolveRange, resolveTime, type TimeRange } from '../../model/timeRange.ts';
import { wallTime, zonedFormat } from '../../model/timeZone.ts';

/** Where and when a range is read: `now` epoch ms, `timeZone` IANA, or `browser` for the machine's own. */
export interface TimeContext {
  readonly now: number;
  readonly timeZone: string;
  readonly language: Language;
}

/** A range in words: its quick name, `Last 1 h 30 min`, or its dates and times in the zone. */
export function rangeText(range: TimeRange, context: TimeContext, texts: Messages['shell']['time']): string {
  const quick = quickRangeOf(range);
  if (quick !== null) return texts.quick[quick];
  const resolved = resolveRange(range, context.now, context.timeZone);
  if ('problem' in resolved) return `${range.from} – ${range.to}`;
  const isRecent = range.to === 'now' && /^now-[^/]+$/.test(range.from);
  if (isRecent) return texts.last(formatAge(resolved.to - resolved.from));
  return dateFormat(context, resolved.from).formatRange(resolved.from, resolved.to);
}

/** A date and time in the zone, as short as it can be told: the year only when it is another one. */
export function dateTimeText(time: number, context: TimeContext): string {
  return dateFormat(context, time).format(time);
}

function dateFormat({ now, timeZone, language }: TimeContext, time: number): Intl.DateTimeFormat {
  const yearOf = (at: number) => new Date(wallTime(at, timeZone)).getUTCFullYear();
  return zonedFormat(language, timeZone, {
    hourCycle: 'h23',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    ...(yearOf(now) === yearOf(time) ? {} : { year: 'numeric' }),
  });
}

/** The text of one end of a range for editing: an expression as it is, a fixed time as the zone's clock shows it. */
export function toField(end: string, timeZone: string): string {
  const expr = parseTime(end);
  if (expr?.kind !== 'instant') return end;
  return fieldOf(expr.time, timeZone).replace('T', ' ');
}

/** What a `datetime-local` control takes for an end of a range; fixed times only make sense in the zone. */
export function toPicker(end: string, rounding: Rounding, { now, timeZone }: TimeContext): string {
  const expr = parseTime(end);
  return expr === null ? '' : fieldOf(resolveTime(expr, now, timeZone, rounding), timeZone).slice(0, 16);
}

/** `2025-01-31T14:00:00` by the zone's clock. */
function fieldOf(time: number, timeZone: string): string {
  return new Date(wallTime(time, timeZone)).toISOString().slice(0, 19);
}

/**
 * What was typed, as the URL keeps it: expressions stay, dates and times become instants of the zone, so that the link
 * means the same to whoever opens it. Text that cannot be read stays as it is, for `resolveRange` to complain about.
 */
export function fromField(text: string, rounding: Rounding, { now, timeZone }: TimeContext): string {
  const expr = parseTime(text);
  if (expr === null || expr.kind === 'relative') return text.trim();
  return String(resolveTime(expr, now, timeZone, rounding));
}

/** `UTC−3`, `UTC+5:30` or `UTC`: what the zone's clock is away from UTC at `now` (epoch ms). */
export function zoneOffsetText(timeZone: string, now: number): string {
  const minutes = Math.round((wallTime(now, timeZone) - now) / 60_000);
  if (minutes === 0) return 'UTC';
  const size = Math.abs(minutes);
  const rest = size % 60 === 0 ? '' : `:${String(size % 60).padStart(2, '0')}`;
  return `UTC${minutes < 0 ? '−' : '+'}${Math.floor(size / 60)}${rest}`;
}
