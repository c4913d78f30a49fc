import type { Language } from '../model/language.ts';

/** A time (epoch ms) as hours and minutes of the zone; one that is far from `now` with its date. */
export function clockTime(at: number, language: Language, timeZone: string, now = Date.now()): string {
  const date = Math.abs(now - at) > 20 * 3_600_000 ? ({ dateStyle: 'medium' } as const) : {};
  return new Intl.DateTimeFormat(language, { ...date, timeStyle: 'short', timeZone }).format(at);
}
