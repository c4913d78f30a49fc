import { formatDuration } from './duration.ts';
import { addUnits, endOf, startOf, type TimeUnit, timeUnits } from './timeUnit.ts';
import { instantOf } from './timeZone.ts';

/** A range as written in the URL: each end is `now-1h`, `now/d`, `now-1d/d`, epoch milliseconds or an ISO date or time. */
export interface TimeRange {
  readonly from: string;
  readonly to: string;
}

/** A range that is resolved: epoch milliseconds. */
export interface ResolvedRange {
  readonly from: number;
  readonly to: number;
}

/** One end of a range, parsed. `wall` is a date or time that names no zone: the viewer's zone says when it is. */
export type TimeExpr =
  | { readonly kind: 'relative'; readonly steps: readonly TimeStep[] }
  | { readonly kind: 'instant'; readonly time: number }
  | { readonly kind: 'wall'; readonly wall: number; readonly precision: 'day' | 'time' };

type TimeStep =
  | { readonly op: 'add'; readonly amount: number; readonly unit: TimeUnit }
  | { readonly op: 'round'; readonly unit: TimeUnit };

/** Which end of a rounded unit is meant: a range from `now/d` to `now/d` is the whole day. */
export type Rounding = 'start' | 'end';

/** Nothing is asked before 1970 or after the year 9999 (epoch ms). */
const latestTime = 253_402_300_799_999;

const units = timeUnits.join('');
const relativePattern = new RegExp(`^now((?:[+-](?:\\d{1,5}[${units}])+|/[${units}])*)$`);
const stepPattern = new RegExp(`([+-])|(\\d+)([${units}])|/([${units}])`, 'g');
const isoPattern = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,3})\d*)?)?\s?(Z|[+-]\d\d:?\d\d)?)?$/;

/** Reads one end of a range; null when it cannot be read, or lies outside 1970 to 9999. */
export function parseTime(text: string): TimeExpr | null {
  const trimmed = text.trim();
  const relative = relativePattern.exec(trimmed);
  if (relative) return { kind: 'relative', steps: parseSteps(relative[1] ?? '') };
  if (/^\d{1,15}$/.test(trimmed)) return within(Number(trimmed), (time) => ({ kind: 'instant', time }));
  return parseIso(trimmed);
}

function parseSteps(text: string): TimeStep[] {
  const steps: TimeStep[] = [];
  let sign = 1;
  for (const [, signText, amount, addUnit, roundUnit] of text.matchAll(stepPattern)) {
    if (signText) sign = signText === '-' ? -1 : 1;
    for (const unit of timeUnits) {
      if (unit === addUnit) steps.push({ op: 'add', amount: sign * Number(amount), unit });
      if (unit === roundUnit) steps.push({ op: 'round', unit });
    }
  }
  return steps;
}

function parseIso(text: string): TimeExpr | null {
  const match = isoPattern.exec(text);
  if (!match) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  const date = new Date(Date.UTC(year, month - 1, day));
  const isDate = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  if (!isDate || hour > 23 || minute > 59 || second > 59) return null;
  const wall = Date.UTC(year, month - 1, day, hour, minute, second, Number((match[7] ?? '').padEnd(3, '0')));
  const zone = match[8];
  if (zone) return within(wall - offsetOf(zone), (time) => ({ kind: 'instant', time }));
  return within(wall, () => ({ kind: 'wall', wall, precision: match[4] ? 'time' : 'day' }));
}

/** Milliseconds of `Z`, `+02:00` or `-0330`. */
function offsetOf(zone: string): number {
  if (zone === 'Z') return 0;
  const size = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return (zone.startsWith('-') ? -size : size) * 60_000;
}

function within(time: number, make: (time: number) => TimeExpr): TimeExpr | null {
  return time >= 0 && time <= latestTime ? make(time) : null;
}

/**
 * The instant (epoch ms) that an end of a range means at `now` (epoch ms) in a zone. `rounding` says which end of
 * a rounded unit, or of a bare date, is meant. Times that leave 1970 to 9999 are kept at its edge.
 */
export function resolveTime(expr: TimeExpr, now: number, timeZone: string, rounding: Rounding): number {
  const edge = rounding === 'start' ? startOf : endOf;
  if (expr.kind === 'instant') return expr.time;
  if (expr.kind === 'wall') {
    const time = instantOf(expr.wall, timeZone);
    return expr.precision === 'day' ? edge(time, 'd', timeZone) : time;
  }
  return expr.steps.reduce((time, step) => {
    const moved =
      step.op === 'add' ? addUnits(time, step.amount, step.unit, timeZone) : edge(time, step.unit, timeZone);
    return Math.min(Math.max(moved, 0), latestTime);
  }, now);
}

/** Why a range cannot be asked for: an end that cannot be read, or a start that is not before the end. */
export type RangeProblem = 'bad-from' | 'bad-to' | 'empty';

/** Both ends of a range at `now` (epoch ms) in a zone, or what is wrong with it. */
export function resolveRange(
  range: TimeRange,
  now: number,
  timeZone: string,
): ResolvedRange | { problem: RangeProblem } {
  const fromExpr = parseTime(range.from);
  if (!fromExpr) return { problem: 'bad-from' };
  const toExpr = parseTime(range.to);
  if (!toExpr) return { problem: 'bad-to' };
  const from = resolveTime(fromExpr, now, timeZone, 'start');
  const to = resolveTime(toExpr, now, timeZone, 'end');
  return from < to ? { from, to } : { problem: 'empty' };
}

/** Whether the range moves with the clock (its end is told from now): then it is live, else it stays as it is. */
export function isRelative(range: TimeRange): boolean {
  return parseTime(range.to)?.kind === 'relative';
}

/** The text of a resolved range, for the URL. */
export function fixedRange(range: ResolvedRange): TimeRange {
  return { from: String(Math.round(range.from)), to: String(Math.round(range.to)) };
}

/** Twice the range, about its middle; a range that ends now stays so, and none is pushed past now. */
export function zoomOut(range: TimeRange, now: number, timeZone: string): TimeRange {
  return resized(range, 2, now, timeZone);
}

/** Half the range, about its middle, or up to now where it ends now; never shorter than a second. */
export function zoomIn(range: TimeRange, now: number, timeZone: string): TimeRange {
  return resized(range, 0.5, now, timeZone);
}

function resized(range: TimeRange, factor: number, now: number, timeZone: string): TimeRange {
  const resolved = resolveRange(range, now, timeZone);
  if ('problem' in resolved) return range;
  const length = Math.max((resolved.to - resolved.from) * factor, 1000);
  if (range.to.trim() === 'now')
    return { from: `now-${formatDuration(wholeSeconds(Math.min(length, now)))}`, to: 'now' };
  const middle = (resolved.from + resolved.to) / 2;
  return fixedRange(movedBack({ from: middle - length / 2, to: middle + length / 2 }, Math.max(now, resolved.to)));
}

/** The range half its length earlier (-1) or later (1), as fixed times. Nothing is later than now, or than it was. */
export function shift(range: TimeRange, direction: -1 | 1, now: number, timeZone: string): TimeRange {
  const resolved = resolveRange(range, now, timeZone);
  if ('problem' in resolved) return range;
  const by = ((resolved.to - resolved.from) / 2) * direction;
  const moved = movedBack({ from: resolved.from + by, to: resolved.to + by }, Math.max(now, resolved.to));
  return moved.to === resolved.to ? range : fixedRange(moved);
}

/** The range moved back as far as it ends after `latest`, and cut where it starts before 1970. */
function movedBack({ from, to }: ResolvedRange, latest: number): ResolvedRange {
  const by = Math.max(to - latest, 0);
  return { from: Math.max(from - by, 0), to: to - by };
}

function wholeSeconds(ms: number): number {
  return Math.max(Math.round(ms / 1000), 1) * 1000;
}
