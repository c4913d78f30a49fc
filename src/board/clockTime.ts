import type { Language } from '../model/language.ts';
import { wallTime, zonedFormat } from '../model/timeZone.ts';
import { writtenClock } from '../model/units/clock.ts';

/** A time (epoch ms) as hours and minutes of the zone, as the axes have them; one that is far from `now` with its date. */
export function clockTime(at: number, language: Language, timeZone: string, now = Date.now()): string {
  const isFar = Math.abs(now - at) > 20 * 3_600_000;
  if (!isFar) return writtenClock(wallTime(at, timeZone), language, 'minute');
  return zonedFormat(language, timeZone, { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' }).format(at);
}
