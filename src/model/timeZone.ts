/**
 * Clock arithmetic in time zones. A zone is an IANA name, or `browser` for the machine's own, whose name is not asked for
 * until it is shown: a page's first `Intl` object takes longer than a chart. A *wall time* is what the clock of a zone
 * shows, kept as the epoch milliseconds at which a clock in UTC would show the same.
 */

/** The machine's own zone. */
const OWN = 'browser';

const minuteLength = 60_000;
const dayLength = 86_400_000;
const clocks = new Map<string, Intl.DateTimeFormat>();

/** Whether the browser knows this zone. */
export function isTimeZone(name: string): boolean {
  try {
    clockOf(name);
    return true;
  } catch {
    return false;
  }
}

/** Whether this is something a viewer may choose: `browser`, `utc` or a zone. */
export function isTimeZoneChoice(choice: string): boolean {
  return choice === OWN || choice === 'utc' || isTimeZone(choice);
}

/** The zone of a viewer's choice: `utc` is UTC, others stand for themselves. */
export function resolveTimeZone(choice: string): string {
  return choice === 'utc' ? 'UTC' : choice;
}

/** The IANA name of a zone. */
export function zoneName(timeZone: string): string {
  return timeZone === OWN ? new Intl.DateTimeFormat().resolvedOptions().timeZone : timeZone;
}

/** How dates and times of a zone are written in a language. Throws RangeError for an unknown zone. */
export function zonedFormat(
  language: string,
  timeZone: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(language, { ...options, ...(timeZone !== OWN && { timeZone }) });
}

function clockOf(timeZone: string): Intl.DateTimeFormat {
  let clock = clocks.get(timeZone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    clocks.set(timeZone, clock);
  }
  return clock;
}

/** What the clock of `timeZone` shows at `time` (epoch ms). Throws RangeError for an unknown zone. */
export function wallTime(time: number, timeZone: string): number {
  if (timeZone === 'UTC') return time;
  if (timeZone === OWN) return time - new Date(time).getTimezoneOffset() * minuteLength;
  const parts: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
  for (const { type, value } of clockOf(timeZone).formatToParts(time)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) + floorMod(time, 1000);
}

/**
 * The instant (epoch ms) at which the clock of `timeZone` shows `wall`: the first of two where the clock is put back;
 * where it is put forward over `wall`, the instant at which that happens.
 */
export function instantOf(wall: number, timeZone: string): number {
  if (timeZone === 'UTC') return wall;
  const before = offsetAt(wall - dayLength, timeZone);
  const after = offsetAt(wall + dayLength, timeZone);
  if (offsetAt(wall - before, timeZone) === before) return wall - before;
  if (offsetAt(wall - after, timeZone) === after) return wall - after;
  let early = wall - after;
  let late = wall - before;
  while (late - early > 1) {
    const middle = Math.floor((early + late) / 2);
    if (offsetAt(middle, timeZone) === after) late = middle;
    else early = middle;
  }
  return late;
}

function offsetAt(time: number, timeZone: string): number {
  return wallTime(time, timeZone) - time;
}

/** The remainder that is never negative. */
export function floorMod(value: number, divisor: number): number {
  return ((value % divisor) + divisor) % divisor;
}
