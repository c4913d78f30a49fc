import { parseDuration } from '../../src/model/duration.ts';

const escapes: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  "'": "'",
  '"': '"',
};

const escapePattern = /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{3})|([\s\S]))/g;

/**
 * The text of a PromQL string literal, quotes included in `source`; null where it does not end or an escape is not one
 * of Go's. Bytes that are not UTF-8 are read as U+FFFD.
 */
export function unquote(source: string): string | null {
  if (source.length < 2 || source.at(-1) !== source[0]) return null;
  const inner = source.slice(1, -1);
  if (source.startsWith('`') || !inner.includes('\\')) return inner;
  const encoder = new TextEncoder();
  const bytes: number[] = [];
  let last = 0;
  for (const match of inner.matchAll(escapePattern)) {
    bytes.push(...encoder.encode(inner.slice(last, match.index)));
    last = match.index + match[0].length;
    const [, hex, short, long, octal, letter = ''] = match;
    const rune = short ?? long;
    if (hex !== undefined) bytes.push(Number.parseInt(hex, 16));
    else if (octal !== undefined) bytes.push(Number.parseInt(octal, 8) & 255);
    else if (rune !== undefined) {
      const code = Number.parseInt(rune, 16);
      if (code > 0x10ffff) return null;
      bytes.push(...encoder.encode(String.fromCodePoint(code)));
    } else {
      const plain = escapes[letter];
      if (plain === undefined) return null;
      bytes.push(...encoder.encode(plain));
    }
  }
  bytes.push(...encoder.encode(inner.slice(last)));
  return new TextDecoder().decode(Uint8Array.from(bytes));
}

/** A number as Prometheus reads it: decimal, hexadecimal, Inf, NaN, or a duration, which counts seconds. Null: none. */
export function parseNumber(source: string): number | null {
  const negative = source.startsWith('-');
  const text = source.replace(/^[+-]/, '').replaceAll('_', '').toLowerCase();
  const size = parseMagnitude(text);
  return size === null ? null : negative ? -size : size;
}

/** A number as Go's `ParseFloat` reads it, which knows no durations; null: none. */
export function parseFloatText(source: string): number | null {
  if (/^[+-]?inf(?:inity)?$/i.test(source))
    return source.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  if (/^nan$/i.test(source)) return Number.NaN;
  return /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i.test(source) ? Number(source) : null;
}

function parseMagnitude(text: string): number | null {
  if (text === 'inf' || text === 'infinity') return Number.POSITIVE_INFINITY;
  if (text === 'nan') return Number.NaN;
  if (/^0\d+$/.test(text) && !/[89]/.test(text)) return Number.parseInt(text, 8);
  if (/^(?:0x[0-9a-f]+|\d+(?:\.\d*)?(?:e[+-]?\d+)?|\.\d+(?:e[+-]?\d+)?)$/.test(text)) return Number(text);
  const duration = parseDuration(text);
  return duration === null ? null : duration / 1000;
}

/** A float as Go's shortest decimal form writes it, which never uses an exponent. */
export function formatFloat(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '+Inf' : '-Inf';
  const [mantissa = '', exponent] = String(value).split('e');
  if (exponent === undefined) return Object.is(value, -0) ? '-0' : mantissa;
  const sign = mantissa.startsWith('-') ? '-' : '';
  const [whole = '', fraction = ''] = mantissa.replace('-', '').split('.');
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return sign + digits.padEnd(point, '0');
}

/**
 * A float as Go's `%g` writes it: with an exponent of two digits where it is below -4 or large; to so many significant
 * `digits`, or the shortest that reads back as the same number.
 */
export function formatGeneral(value: number, digits?: number): string {
  if (!Number.isFinite(value)) return formatFloat(value);
  const [mantissa = '', power = '0'] = value.toExponential(digits === undefined ? undefined : digits - 1).split('e');
  const significant = mantissa.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '');
  const exponent = Number(power);
  const most = digits ?? 6;
  if (exponent >= -4 && exponent < most) return formatFloat(Number(`${significant}e${exponent}`));
  return `${significant}e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
}
