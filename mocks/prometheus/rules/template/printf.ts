import { formatGo } from './decimal.ts';
import { isList, type TemplateValue, typeName } from './value.ts';

/** A value as Go's `%v` writes it. */
export function show(value: TemplateValue): string {
  if (value === null) return '<nil>';
  if (typeof value === 'number') return formatGo(value, 'g', null);
  if (typeof value !== 'object') return String(value);
  if (isList(value)) return `[${value.map(show).join(' ')}]`;
  if (value.kind === 'struct') return `{${Object.values(value.fields).map(show).join(' ')}}`;
  const names = Object.keys(value.entries).sort();
  return `map[${names.map((name) => `${name}:${value.entries[name]}`).join(' ')}]`;
}

/** Go's `fmt.Sprint`: values one after the other, with a space between two where neither is a text. */
export function sprint(values: readonly TemplateValue[]): string {
  const spaced = (value: TemplateValue, before: TemplateValue | undefined): boolean =>
    before !== undefined && typeof before !== 'string' && typeof value !== 'string';
  return values.map((value, i) => (spaced(value, values[i - 1]) ? ' ' : '') + show(value)).join('');
}

const directive = /%([-+# 0]*)(\d+|\*)?(?:\.(\d*|\*))?([\s\S]?)/gu;

/** Go's `fmt.Sprintf` with the verbs v, s, d, f, F, g, e, x, X, q and t, their flags, width and precision. */
export function sprintf(format: string, args: readonly TemplateValue[]): string {
  let next = 0;
  const size = (text: string | undefined): number | null => {
    if (text !== '*') return text === undefined ? null : Number(text);
    const value = args[next++];
    return typeof value === 'bigint' ? Number(value) : null;
  };
  const result = format.replace(
    directive,
    (_, flags: string, widthText?: string, precisionText?: string, verb = '') => {
      const width = size(widthText);
      const precision = size(precisionText);
      if (verb === '') return '%!(NOVERB)';
      if (verb === '%') return '%';
      const value = args[next++];
      if (value === undefined) return `%!${verb}(MISSING)`;
      const text = formatOne(value, verb, precision, flags);
      return text === null ? `%!${verb}(${typeName(value)}=${show(value)})` : pad(text, width, flags);
    },
  );
  if (next >= args.length) return result;
  const extra = args.slice(next).map((value) => (value === null ? '<nil>' : `${typeName(value)}=${show(value)}`));
  return `${result}%!(EXTRA ${extra.join(', ')})`;
}

/** Null: the verb is not for such a value. */
function formatOne(value: TemplateValue, verb: string, precision: number | null, flags: string): string | null {
  const signs = verb === 'v' ? flags.replaceAll('+', '') : flags;
  if (typeof value === 'number') return formatNumber(value, verb, precision, signs);
  if (typeof value === 'bigint') return formatInt(value, verb, precision, signs);
  if (typeof value === 'string') return formatString(value, verb, precision);
  if (verb === 't') return typeof value === 'boolean' ? String(value) : null;
  return verb === 'v' || (verb === 's' && typeof value === 'object') ? show(value) : null;
}

const signed = (text: string, flags: string): string => {
  if (/^[-+N]/.test(text)) return text;
  return flags.includes('+') ? `+${text}` : flags.includes(' ') ? ` ${text}` : text;
};

function formatNumber(value: number, verb: string, precision: number | null, flags: string): string | null {
  const lower = verb.toLowerCase();
  if (verb === 'v' || lower === 'g') return signed(formatGo(value, 'g', precision), flags);
  if (lower === 'f') return signed(formatGo(value, 'f', precision ?? 6), flags);
  if (verb === 'e') return signed(formatGo(value, 'e', precision ?? 6), flags);
  return verb === 'E' ? signed(formatGo(value, 'e', precision ?? 6), flags).toUpperCase() : null;
}

function formatInt(value: bigint, verb: string, precision: number | null, flags: string): string | null {
  const digits = (base: number): string => {
    const text = (value < 0n ? -value : value).toString(base).padStart(precision ?? 0, '0');
    return signed(value < 0n ? `-${text}` : text, flags);
  };
  if (verb === 'd' || verb === 'v') return digits(10);
  if (verb === 'x') return digits(16);
  return verb === 'X' ? digits(16).toUpperCase() : null;
}

function formatString(value: string, verb: string, precision: number | null): string | null {
  const text = precision === null ? value : [...value].slice(0, precision).join('');
  if (verb === 's' || verb === 'v') return text;
  if (verb === 'q') return JSON.stringify(text);
  const hex = Array.from(new TextEncoder().encode(text), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return verb === 'x' ? hex : verb === 'X' ? hex.toUpperCase() : null;
}

function pad(text: string, width: number | null, flags: string): string {
  const missing = Math.max(0, (width ?? 0) - [...text].length);
  if (flags.includes('-')) return text + ' '.repeat(missing);
  if (!flags.includes('0') || /Inf|NaN/.test(text)) return ' '.repeat(missing) + text;
  const sign = /^[-+ ]/.exec(text)?.[0] ?? '';
  return sign + '0'.repeat(missing) + text.slice(sign.length);
}
