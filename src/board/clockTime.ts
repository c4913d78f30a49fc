import type { Language } from '../model/language.ts';
import { zonedFormat } from '../model/timeZone.ts';

/** A time (epoch ms) as hours and minutes of the zone; one that is far from `now` with its date. */
export function clockTime(at: number, language: Language, timeZone: string, now = Date.now()): string {
  const isFar = Math.abs(now - at) > 20 * 3_600_000;
  return zonedFormat(language, timeZone, {
    timeStyle: 'short',
    // As the axes have it.
    hourCycle: 'h23',
    ...(isFar && { dateStyle: 'medium' }),
  }).format(at);
}
