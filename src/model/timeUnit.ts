import { floorMod, instantOf, wallTime } from './timeZone.ts';

/** Units of relative times, as Grafana writes them: `m` is a minute, `M` a month. */
export const timeUnits = ['s', 'm', 'h', 'd', 'w', 'M', 'y'] as const;
export type TimeUnit = (typeof timeUnits)[number];

const clockUnits: Partial<Record<TimeUnit, number>> = { s: 1000, m: 60_000, h: 3_600_000 };
const dayLength = 86_400_000;

/** The first millisecond of the unit that `time` (epoch ms) is in, by the zone's calendar; weeks start on Monday. */
export function startOf(time: number, unit: TimeUnit, timeZone: string): number {
  const wall = wallTime(time, timeZone);
  const length = clockUnits[unit];
  return length ? time - floorMod(wall, length) : instantOf(startOfWall(wall, unit), timeZone);
}

/** The last millisecond of the unit that `time` (epoch ms) is in. */
export function endOf(time: number, unit: TimeUnit, timeZone: string): number {
  const length = clockUnits[unit];
  if (length) return startOf(time, unit, timeZone) + length - 1;
  const next = addToWall(startOfWall(wallTime(time, timeZone), unit), 1, unit);
  return instantOf(next, timeZone) - 1;
}

/**
 * `time` (epoch ms) moved by `amount` units. Seconds, minutes and hours are exact lengths; from days on the zone's clock
 * keeps its hands, so a day may last 23 or 25 hours, and the day of the month gives way to a shorter month.
 */
export function addUnits(time: number, amount: number, unit: TimeUnit, timeZone: string): number {
  const length = clockUnits[unit];
  if (length) return time + amount * length;
  return amount === 0 ? time : instantOf(addToWall(wallTime(time, timeZone), amount, unit), timeZone);
}

function startOfWall(wall: number, unit: TimeUnit): number {
  const day = wall - floorMod(wall, dayLength);
  const date = new Date(day);
  if (unit === 'w') return day - ((date.getUTCDay() + 6) % 7) * dayLength;
  if (unit === 'M') return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1);
  return unit === 'y' ? Date.UTC(date.getUTCFullYear(), 0, 1) : day;
}

function addToWall(wall: number, amount: number, unit: TimeUnit): number {
  if (unit === 'd') return wall + amount * dayLength;
  if (unit === 'w') return wall + amount * 7 * dayLength;
  const date = new Date(wall);
  const months = date.getUTCMonth() + (unit === 'y' ? 12 * amount : amount);
  const daysInMonth = new Date(Date.UTC(date.getUTCFullYear(), months + 1, 0)).getUTCDate();
  const day = Date.UTC(date.getUTCFullYear(), months, Math.min(date.getUTCDate(), daysInMonth));
  return day + floorMod(wall, dayLength);
}
