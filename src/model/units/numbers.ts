import type { Language } from '../language.ts';

/** How the digits of a number are written. */
export interface DigitStyle {
  readonly language: Language;
  /** Digits after the point: as many as that, always; or up to `most`. null leaves it to the currency. */
  readonly decimals: { readonly exactly: number } | { readonly most: number } | null;
  /** `always` groups thousands from 1,000 on, `min2` from 10,000 on, so that ports and years stay whole. */
  readonly grouping: 'always' | 'min2';
  /** ISO 4217 code; null for a plain number. */
  readonly currency: string | null;
}

const formats = new Map<string, Intl.NumberFormat>();

/** The digits of a finite number. Minus zero, and what rounds to it, is written without a sign. */
export function formatDigits(value: number, style: DigitStyle): string {
  const { language, decimals, grouping, currency } = style;
  const tiny = value !== 0 && Math.abs(value) < 1e-6 && !(decimals && 'exactly' in decimals);
  const scientific = tiny || Math.abs(value) >= 1e15;
  const least = decimals && 'exactly' in decimals ? decimals.exactly : 0;
  const most = scientific ? 2 : decimals === null ? -1 : 'exactly' in decimals ? decimals.exactly : decimals.most;
  if (currency === null && !scientific) return writePlain(value, style, Math.min(least, most), most);
  const key = `${language} ${least} ${most} ${grouping} ${currency} ${scientific}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(language, {
      useGrouping: grouping,
      signDisplay: 'negative',
      ...(scientific ? { notation: 'scientific' } : {}),
      ...(most >= 0 ? { minimumFractionDigits: Math.min(least, most), maximumFractionDigits: most } : {}),
      ...(currency
        ? { style: 'currency', currency, ...(least > 0 ? {} : { trailingZeroDisplay: 'stripIfInteger' }) }
        : {}),
    });
    formats.set(key, format);
  }
  return format.format(value);
}

const marks: Readonly<Record<Language, { readonly point: string; readonly group: string }>> = {
  en: { point: '.', group: ',' },
  'pt-BR': { point: ',', group: '.' },
};

/**
 * A number with `least` to `most` digits after the point, as `Intl.NumberFormat` writes it, without the time that a page's first
 * object of it takes. As there, halves of the shortest decimal that reads back as `value` are rounded
 * away from zero; `toFixed` takes the binary number, which may be a little less.
 */
function writePlain(value: number, { language, grouping }: DigitStyle, least: number, most: number): string {
  const [whole = '', decimals = ''] = roundedText(Math.abs(value), most).split('.');
  let fraction = decimals.padEnd(least, '0');
  while (fraction.length > least && fraction.endsWith('0')) fraction = fraction.slice(0, -1);
  const mark = marks[language];
  const isGrouped = whole.length > (grouping === 'always' ? 3 : 4);
  const grouped = isGrouped ? whole.replace(/\B(?=(\d{3})+$)/g, mark.group) : whole;
  const text = fraction === '' ? grouped : grouped + mark.point + fraction;
  return value < 0 && /[1-9]/.test(text) ? `-${text}` : text;
}

/** A number below 1e15 with at most so many digits after the point. `toFixed` rounds the binary number, which may be a little less than a half. */
function roundedText(size: number, most: number): string {
  const [mantissa = '', exponent = '0'] = String(size).split('e-');
  const point = mantissa.indexOf('.');
  const places = (point === -1 ? 0 : mantissa.length - point - 1) + Number(exponent);
  if (places <= most) return exponent === '0' ? mantissa : size.toFixed(places);
  if (places > most + 1 || !mantissa.endsWith('5')) return size.toFixed(most);
  const up = String(BigInt(mantissa.replace('.', '').slice(0, -1)) + 1n).padStart(most + 1, '0');
  return most === 0 ? up : `${up.slice(0, -most)}.${up.slice(-most)}`;
}

/** Digits after the point that show `value` to three significant digits; whole digits are never rounded away. */
export function significantDecimals(value: number): number {
  if (value === 0) return 0;
  return Math.min(Math.max(2 - Math.floor(Math.log10(Math.abs(value))), 0), 9);
}

/** `value` rounded to `decimals` digits after the point, as it will be written. */
export function rounded(value: number, decimals: number): number {
  return Number(value.toFixed(Math.min(decimals, 20)));
}
