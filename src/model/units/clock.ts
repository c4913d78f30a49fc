import type { Language } from '../language.ts';

/** Months in short, as each language writes them. */
const months: Readonly<Record<Language, readonly string[]>> = {
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  'pt-BR': ['jan.', 'fev.', 'mar.', 'abr.', 'mai.', 'jun.', 'jul.', 'ago.', 'set.', 'out.', 'nov.', 'dez.'],
};

/** What of a moment is written. */
export type ClockStyle = 'year' | 'month' | 'day' | 'minute' | 'second' | 'fraction' | 'dayAndSecond';

/**
 * A wall time (see timeZone.ts) in short, as on the axis of a chart: `2026`, `Nov`, `Nov 21`, `14:05`, `14:05:09`, `05:09.123`,
 * `Nov 21, 14:05:09`. As `Intl.DateTimeFormat` writes them, without the time that its first object takes.
 */
export function writtenClock(wall: number, language: Language, style: ClockStyle): string {
  const iso = new Date(wall).toISOString();
  const time = iso.slice(-13, -5);
  switch (style) {
    case 'year':
      return String(new Date(wall).getUTCFullYear());
    case 'month':
      return monthOf(iso, language);
    case 'day':
      return dayOf(iso, language);
    case 'minute':
      return time.slice(0, 5);
    case 'second':
      return time;
    case 'fraction':
      return `${time.slice(3)}${language === 'en' ? '.' : ','}${iso.slice(-4, -1)}`;
    case 'dayAndSecond':
      return `${dayOf(iso, language)}, ${time}`;
  }
}

function monthOf(iso: string, language: Language): string {
  return months[language][Number(iso.slice(-19, -17)) - 1] ?? '';
}

function dayOf(iso: string, language: Language): string {
  const [day, month] = [Number(iso.slice(-16, -14)), monthOf(iso, language)];
  return language === 'en' ? `${month} ${day}` : `${day} de ${month}`;
}
