import { parseNumber } from '../../../promql/literals.ts';
import { formatGo } from './decimal.ts';
import { type TemplateValue, typeName } from './value.ts';

/** The float64 of a number, or of the text of one. Throws on anything else. */
export function toFloat(value: TemplateValue): number {
  if (typeof value === 'number' || typeof value === 'bigint') return Number(value);
  if (typeof value !== 'string') throw new Error(`can't convert ${typeName(value)} to float`);
  const isNumber = /^[+-]?(?:inf(?:inity)?|nan|0x[\da-f]+|(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)$/i.test(value);
  const number = isNumber ? parseNumber(value.replace(/^([+-]?)0+(?=\d)/, '$1')) : null;
  if (number === null) throw new Error(`strconv.ParseFloat: parsing ${JSON.stringify(value)}: invalid syntax`);
  return number;
}

/** Four significant digits. */
const short = (value: number): string => formatGo(value, 'g', 4);

/** Divides by `base` until a number is below it, and says with which prefix. */
function scaleDown(value: number, base: number, prefixes: readonly string[]): string {
  let scaled = value;
  let prefix = '';
  for (const next of prefixes) {
    if (Math.abs(scaled) < base) break;
    prefix = next;
    scaled /= base;
  }
  return short(scaled) + prefix;
}

/** Multiplies by 1000 until a number is at least 1, and says with which prefix. */
function scaleUp(value: number): string {
  let scaled = value;
  let prefix = '';
  for (const next of 'munpfazy') {
    if (Math.abs(scaled) >= 1) break;
    prefix = next;
    scaled *= 1000;
  }
  return short(scaled) + prefix;
}

/** `humanize`: 1234567 is `1.235M`, .12 is `120m`. */
export function humanize(value: number): string {
  if (value === 0 || !Number.isFinite(value)) return short(value);
  return Math.abs(value) >= 1 ? scaleDown(value, 1000, [...'kMGTPEZY']) : scaleUp(value);
}

/** `humanize1024`: 1048576 is `1Mi`. */
export function humanize1024(value: number): string {
  if (Math.abs(value) <= 1 || !Number.isFinite(value)) return short(value);
  return scaleDown(
    value,
    1024,
    [...'kMGTPEZY'].map((prefix) => `${prefix}i`),
  );
}

/** `humanizePercentage`: of a ratio; 0.1234567 is `12.35%`. */
export const humanizePercentage = (value: number): string => `${short(value * 100)}%`;

/** `humanizeDuration`: of seconds; 899.99 is `14m 59s`, .12345 is `123.5ms`. */
export function humanizeDuration(value: number): string {
  if (!Number.isFinite(value)) return short(value);
  if (value === 0) return '0s';
  if (Math.abs(value) < 1) return `${scaleUp(value)}s`;
  const sign = value < 0 ? '-' : '';
  const seconds = Math.floor(Math.abs(value));
  if (seconds < 60) return `${sign}${short(Math.abs(value))}s`;
  const parts = [
    [Math.floor(seconds / 86_400), 'd'],
    [Math.floor(seconds / 3600) % 24, 'h'],
    [Math.floor(seconds / 60) % 60, 'm'],
    [seconds % 60, 's'],
  ] as const;
  const first = parts.findIndex(([count]) => count > 0);
  const shown = parts.slice(first).map(([count, unit]) => `${count}${unit}`);
  return sign + shown.join(' ');
}

/** The newest time that Go counts in 64 bits of nanoseconds, in seconds. */
const furthest = 2 ** 63 / 1e9;

/** `humanizeTimestamp`: of seconds since 1970, in UTC, as Go prints a time. Throws where Go cannot hold it. */
export function humanizeTimestamp(value: number): string {
  if (!Number.isFinite(value)) return short(value);
  if (Math.abs(value) > furthest) {
    const shown = formatGo(value, 'g', null);
    throw new Error(`${shown} cannot be represented as a nanoseconds timestamp since it overflows int64`);
  }
  const [day = '', clock = ''] = new Date(Math.trunc(value * 1000)).toISOString().split('T');
  return `${day} ${clock.replace(/\.?0*Z$/, '')} +0000 UTC`;
}
