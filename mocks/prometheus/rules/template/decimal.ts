/** A number's decimal digits: the value is 0.DIGITS times ten to the power of `point`. Zero has no digits. */
interface Decimal {
  readonly digits: string;
  readonly point: number;
}

/** Digits read for rounding: more than tell any float64 from the middle between two neighbours it may be rounded to. */
const readDigits = 60;

function fromExponential(text: string): Decimal {
  const [mantissa = '', exponent = '0'] = text.split('e');
  const digits = mantissa.replace('.', '').replace(/0+$/, '');
  return { digits, point: digits === '' ? 0 : Number(exponent) + 1 };
}

/** To `count` significant digits, and halves to even, as Go does. */
function round({ digits, point }: Decimal, count: number): Decimal {
  if (count >= digits.length) return { digits, point };
  if (count < 0) return { digits: '', point: 0 };
  const kept = digits.slice(0, count);
  const rest = digits.slice(count);
  const isOdd = Number(kept.at(-1) ?? 0) % 2 === 1;
  const up = rest[0] === '5' && rest.length === 1 ? isOdd : rest >= '5';
  if (!up) return trimmed(kept, point);
  const raised = (BigInt(`0${kept}`) + 1n).toString().padStart(count, '0');
  return trimmed(raised, point + raised.length - count);
}

function trimmed(all: string, point: number): Decimal {
  const digits = all.replace(/0+$/, '');
  return { digits, point: digits === '' ? 0 : point };
}

function plain({ digits, point }: Decimal, precision: number): string {
  const whole = point > 0 ? digits.slice(0, point).padEnd(point, '0') : '0';
  const fraction = point > 0 ? digits.slice(point) : '0'.repeat(-point) + digits;
  return precision > 0 ? `${whole}.${fraction.padEnd(precision, '0').slice(0, precision)}` : whole;
}

function exponential({ digits, point }: Decimal, precision: number): string {
  const exponent = digits === '' ? 0 : point - 1;
  const fraction = digits.slice(1).padEnd(precision, '0').slice(0, precision);
  const sign = exponent < 0 ? '-' : '+';
  return `${digits[0] ?? '0'}${fraction === '' ? '' : `.${fraction}`}e${sign}${String(Math.abs(exponent)).padStart(2, '0')}`;
}

/**
 * A float as Go's `strconv.FormatFloat` writes it: `e`, `f`, or `g`, which takes the shorter. A precision is the number of
 * digits behind the point, for `g` of all digits; null: as few as tell the number from its neighbours.
 */
export function formatGo(value: number, verb: 'e' | 'f' | 'g', precision: number | null): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '+Inf' : '-Inf';
  const size = Math.abs(value);
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  const exact = fromExponential(precision === null ? size.toExponential() : size.toExponential(readDigits));
  const count = { e: (precision ?? 0) + 1, f: exact.point + (precision ?? 0), g: Math.max(1, precision ?? 1) }[verb];
  const decimal = precision === null ? exact : round(exact, count);
  const { digits, point } = decimal;
  const behind = Math.max(0, digits.length - point);
  if (verb === 'f') return sign + plain(decimal, precision ?? behind);
  if (verb === 'e') return sign + exponential(decimal, precision ?? Math.max(0, digits.length - 1));
  const limit = precision === null ? 6 : count > digits.length && digits.length >= point ? digits.length : count;
  const exponent = digits === '' ? 0 : point - 1;
  if (exponent < -4 || exponent >= Math.max(limit, 1))
    return sign + exponential(decimal, Math.max(0, digits.length - 1));
  return sign + plain(decimal, behind);
}
