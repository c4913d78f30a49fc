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
 * object of it takes. As there, halves are rounded away from zero, and it is the shortest decimal that reads back as `value`
 * that is rounded.
 */
function writePlain(value: number, { language, grouping }: DigitStyle, least: number, most: number): string {
  const [mantissa = '0', exponent = '0'] = Math.abs(value).toExponential().split('e');
  const digits = mantissa.replace('.', '');
  const kept = Number(exponent) + 1 + most;
  const next = Number(kept < 0 ? 0 : (digits[kept] ?? 0));
  const cut = kept > 0 ? digits.slice(0, kept).padEnd(kept, '0') : '0';
  const scaled = (next >= 5 ? String(BigInt(cut) + 1n) : cut).padStart(most + 1, '0');
  const { point, group } = marks[language];
  const whole = scaled.slice(0, scaled.length - most);
  const isGrouped = whole.length > (grouping === 'always' ? 3 : 4);
  let fraction = scaled.slice(scaled.length - most);
  while (fraction.length > least && fraction.endsWith('0')) fraction = fraction.slice(0, -1);
  const text = `${isGrouped ? whole.replace(/\B(?=(\d{3})+$)/g, group) : whole}${fraction === '' ? '' : point + fraction}`;
  return value < 0 && /[1-9]/.test(text) ? `-${text}` : text;
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
