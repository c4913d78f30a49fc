import type { Language } from '../model/language.ts';

/** A time (epoch ms) as hours and minutes of the zone; one that is far from `now` with its date. */
export function clockTime(at: number, language: Language, timeZone: string, now = Date.now()): string {
  const isFar = Math.abs(now - at) > 20 * 3_600_000;
  return new Intl.DateTimeFormat(language, {
    timeStyle: 'short',
    // As the axes have it.
    hourCycle: 'h23',
    timeZone,
    ...(isFar && { dateStyle: 'medium' }),
  }).format(at);
}
