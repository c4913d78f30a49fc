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

/** The text of a PromQL string literal, quotes included in `source`; null where it does not end or an escape is not one of Go's. */
export function unquote(source: string): string | null {
  if (source.length < 2 || source.at(-1) !== source[0]) return null;
  const inner = source.slice(1, -1);
  if (source.startsWith('`')) return inner;
  let valid = true;
  const text = inner.replace(escapePattern, (_, hex, short, long, octal, letter) => {
    const code = hex ?? short ?? long;
    if (code !== undefined) return String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff));
    if (octal !== undefined) return String.fromCodePoint(Number.parseInt(octal, 8));
    const plain = escapes[letter];
    if (plain === undefined) valid = false;
    return plain ?? '';
  });
  return valid ? text : null;
}

/** A number as Prometheus reads it: decimal, hexadecimal, Inf, NaN, or a duration, which counts seconds. Null: none. */
export function parseNumber(source: string): number | null {
  const negative = source.startsWith('-');
  const text = source.replace(/^[+-]/, '').replaceAll('_', '').toLowerCase();
  const size = parseMagnitude(text);
  return size === null ? null : negative ? -size : size;
}

function parseMagnitude(text: string): number | null {
  if (text === 'inf' || text === 'infinity') return Number.POSITIVE_INFINITY;
  if (text === 'nan') return Number.NaN;
  if (/^0\d+$/.test(text) && !/[89]/.test(text)) return Number.parseInt(text, 8);
  if (/^(?:0x[0-9a-f]+|\d+\.?\d*(?:e[+-]?\d+)?|\.\d+(?:e[+-]?\d+)?)$/.test(text)) return Number(text);
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
