import type { Language } from '../language.ts';
import { wallTime, zonedFormat } from '../timeZone.ts';
import { time as ladder, space } from './ladders.ts';
import { formatDigits } from './numbers.ts';

/** Where and when a date is read. Times are epoch milliseconds. */
export interface DateContext {
  readonly language: Language;
  readonly timeZone: string;
  /** null when unknown: then no age can be told. */
  readonly now: number | null;
}

const earliestDate = Date.UTC(100, 0, 1);
const latestDate = Date.UTC(9999, 11, 31);
const dateFormats = new Map<string, Intl.DateTimeFormat>();
const ageFormats = new Map<Language, Intl.RelativeTimeFormat>();

/** Seconds as the two largest units that say something: `2 h 14 min`, `1 min 30 s`; null below a minute. */
export function formatCompound(seconds: number, language: Language): string | null {
  const sign = seconds < 0 ? '-' : '';
  let rest = Math.abs(seconds);
  // Rounding to the smaller unit may reach a larger one: 59 min 59.9 s is one hour. Twice is enough to settle.
  for (let pass = 0; pass < 2; pass++) {
    const smaller = (ladder.at(compoundIndex(rest) - 1) ?? { factor: 1 }).factor;
    if (rest >= 59.5) rest = Math.round(rest / smaller) * smaller;
  }
  const index = compoundIndex(rest);
  const [small, large] = [ladder[index - 1], ladder[index]];
  if (rest < 60 || !small || !large) return null;
  const count = Math.floor(rest / large.factor);
  const remainder = Math.round((rest - count * large.factor) / small.factor);
  const whole = (value: number) =>
    formatDigits(value, { language, decimals: { most: 0 }, grouping: 'always', currency: null });
  const tail = remainder > 0 ? `${space}${whole(remainder)}${small.symbol[language]}` : '';
  return `${sign}${whole(count)}${large.symbol[language]}${tail}`;
}

/** Index of the largest rung that `seconds` reaches, minutes at least. */
function compoundIndex(seconds: number): number {
  const minutes = ladder.findIndex((rung) => rung.factor === 60);
  return Math.max(
    ladder.findLastIndex((rung) => seconds >= rung.factor),
    minutes,
  );
}

/** A date (epoch ms) as text; null when it is out of the calendar's reach. */
export function formatDate(
  value: number,
  style: 'iso' | 'timeIfToday' | 'local' | 'us' | 'ago',
  context: DateContext,
): string | null {
  if (value < earliestDate || value > latestDate) return null;
  if (style === 'ago' && context.now !== null) return formatAge(value - context.now, context.language);
  if (style === 'local' || style === 'us') {
    return localFormat(style === 'us' ? 'en-US' : context.language, context.timeZone).format(value);
  }
  const [day = '', clock = ''] = isoParts(value, context.timeZone);
  const today = style === 'timeIfToday' && context.now !== null && isoParts(context.now, context.timeZone)[0] === day;
  return today ? clock : `${day} ${clock}`;
}

/** `2024-05-15` and `12:34:56`, as the clock of the zone shows them. */
function isoParts(time: number, timeZone: string): string[] {
  return new Date(wallTime(time, timeZone)).toISOString().slice(0, 19).split('T');
}

function localFormat(locale: string, timeZone: string): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone}`;
  let format = dateFormats.get(key);
  if (!format) {
    format = zonedFormat(locale, timeZone, { dateStyle: 'short', timeStyle: 'medium' });
    dateFormats.set(key, format);
  }
  return format;
}

/** Mean lengths in milliseconds of the units that ages are told in, largest first. */
const ageUnits = [
  ['year', 365.2425 * 86_400_000],
  ['month', 30.436875 * 86_400_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
] as const;

/** `7 min ago` for -420,000 ms; cut, not rounded, as ages are. */
function formatAge(difference: number, language: Language): string {
  let format = ageFormats.get(language);
  if (!format) {
    format = new Intl.RelativeTimeFormat(language, { style: 'short', numeric: 'always' });
    ageFormats.set(language, format);
  }
  const [unit, length] = ageUnits.find(([, size]) => Math.abs(difference) >= size) ?? ['second', 1000];
  const count = Math.trunc(difference / length);
  // Symbols of units take no period.
  return format.format(count === 0 ? -0 : count, unit).replace('.', '');
}
