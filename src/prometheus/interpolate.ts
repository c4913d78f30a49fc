import { InterpolationError } from './errors.ts';
import { type Token, tokenize } from './tokens.ts';

/** The viewer's choice for one variable. With `all` every value is meant, and `values` may list them or not. */
export interface VariableValue {
  readonly values: readonly string[];
  readonly all: boolean;
}

/** Choices by variable name, without `$`. */
export type VariableValues = ReadonlyMap<string, VariableValue>;

type LookUp = (name: string) => VariableValue | undefined;

/** Where a variable stands: in the string of a matcher, in another string, or outside of strings. */
type Place = 'equal' | 'regex' | 'text' | 'bare';

/**
 * Puts variables (`$name`, `${name}`, `${name:format}`) into a PromQL text, each escaped for its place:
 *
 * - in the string of `=~` and `!~`: regex-quoted, several as `(a|b)`, All as `.*`;
 * - in the string of `=` and `!=`, and in other strings: as it is; exactly one;
 * - outside of strings: exactly one, and only a name, a number or a duration.
 *
 * In strings the format `regex` regex-quotes anywhere, `raw` nowhere (for a text box that takes a regex). Whatever the
 * format, a value is escaped for the string it stands in and cannot end it. Comments are left alone, and so are unknown
 * names in strings that are no matcher's: `label_replace` has its own `$1` and `$name` there.
 * `builtins` (`__interval` and its kin) are found first. Throws InterpolationError.
 */
export function interpolate(
  expr: string,
  variables: VariableValues,
  builtins: ReadonlyMap<string, string> = new Map(),
): string {
  const lookUp: LookUp = (name) => {
    const builtin = builtins.get(name);
    return builtin === undefined ? variables.get(name) : { values: [builtin], all: false };
  };
  let place: Place = 'text';
  let result = '';
  for (const token of tokenize(expr)) {
    if (token.kind === 'string') result += interpolateString(token.text, place, lookUp);
    else if (token.kind === 'variable')
      result += references(token.text)
        .map((at) => valueAt(at, 'bare', lookUp))
        .join('');
    else result += token.text;
    place = placeAfter(token, place);
  }
  return result;
}

/**
 * Names of the variables in a PromQL text, each once; without the built-in ones, which begin with `__`. A named group
 * that `label_replace` refers to looks the same, so the names may be more than there are variables.
 */
export function usedVariables(expr: string): readonly string[] {
  const places = tokenize(expr).filter(({ kind }) => kind === 'string' || kind === 'variable');
  const names = places.flatMap(({ text }) => references(text).map(({ name }) => name));
  return [...new Set(names)].filter((name) => !name.startsWith('__'));
}

/**
 * Puts variables into a plain text, such as a title: several values joined by commas, All as `allText`. What is no
 * variable stays as it is. Nothing is escaped.
 */
export function interpolateText(text: string, variables: VariableValues, allText = '*'): string {
  const found = references(text);
  if (found.length === 0) return text;
  return replaceReferences(text, found, ({ name, text: written }) => {
    const value = variables.get(name);
    if (value === undefined) return written;
    return value.all ? allText : value.values.join(', ');
  });
}

interface Reference {
  readonly name: string;
  readonly format: string | null;
  readonly index: number;
  readonly text: string;
}

/** Where variables are named in a text. */
function references(text: string): readonly Reference[] {
  if (!text.includes('$')) return [];
  return Array.from(text.matchAll(/\$([A-Za-z_]\w*)|\$\{([A-Za-z_]\w*)(?::(\w+))?\}/g), (match) => ({
    name: match[1] ?? match[2] ?? '',
    format: match[3] ?? null,
    index: match.index,
    text: match[0],
  }));
}

function replaceReferences(
  text: string,
  found: readonly Reference[],
  replace: (reference: Reference) => string,
  keep = (between: string) => between,
): string {
  let result = '';
  let at = 0;
  for (const reference of found) {
    result += keep(text.slice(at, reference.index)) + replace(reference);
    at = reference.index + reference.text.length;
  }
  return result + keep(text.slice(at));
}

function placeAfter(token: Token, before: Place): Place {
  if (token.kind === 'space' || token.kind === 'comment') return before;
  if (token.text === '=~' || token.text === '!~') return 'regex';
  return token.text === '=' || token.text === '!=' ? 'equal' : 'text';
}

/** A raw string that gets a value becomes a double-quoted one, since nothing can be escaped in it. */
function interpolateString(literal: string, place: Place, lookUp: LookUp): string {
  const isRaw = literal.startsWith('`');
  const quote = isRaw ? '"' : literal.slice(0, 1);
  const text = isRaw ? literal.replace(/^`|`$/g, '') : literal;
  const found = references(text).filter(
    ({ name, index }) => (isRaw || !isEscaped(text, index)) && (place !== 'text' || lookUp(name) !== undefined),
  );
  if (found.length === 0) return literal;
  const keep = (between: string) => (isRaw ? escapeForString(between, quote) : between);
  const result = replaceReferences(text, found, (at) => escapeForString(valueAt(at, place, lookUp), quote), keep);
  return isRaw ? `"${result}"` : result;
}

/** Whether the character at `index` belongs to the backslash before it. */
function isEscaped(text: string, index: number): boolean {
  let start = index;
  while (text[start - 1] === '\\') start--;
  return (index - start) % 2 === 1;
}

function valueAt({ name, format }: Reference, place: Place, lookUp: LookUp): string {
  const value = lookUp(name);
  if (value === undefined) throw new InterpolationError(name, 'unknown');
  if (format !== null && format !== 'regex' && format !== 'raw') throw new InterpolationError(name, 'format');
  if (place === 'regex' && value.all) return '.*';
  if (place !== 'bare' && (format === 'regex' || (place === 'regex' && format === null))) return regexOf(name, value);
  const one = oneOf(name, value);
  if (place === 'bare' && !safeOutsideStrings.test(one)) throw new InterpolationError(name, 'unsafe');
  return one;
}

/** A number, a duration, or the name of a metric or label. */
const safeOutsideStrings = /^(?:-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|(?:\d+(?:ms|[smhdwy]))+|[A-Za-z_:][\w:]*)$/;

function oneOf(name: string, { values, all }: VariableValue): string {
  const [first] = values;
  if (all || values.length > 1) throw new InterpolationError(name, 'several');
  if (first === undefined) throw new InterpolationError(name, 'empty');
  return first;
}

function regexOf(name: string, { values, all }: VariableValue): string {
  if (all) return '.*';
  if (values.length === 0) throw new InterpolationError(name, 'empty');
  const quoted = values.map(quoteRegex).join('|');
  return values.length === 1 ? quoted : `(${quoted})`;
}

/** As Go's `regexp.QuoteMeta`, whose syntax (RE2) Prometheus uses. */
function quoteRegex(text: string): string {
  return text.replace(/[\\.+*?()|[\]{}^$]/g, '\\$&');
}

/** Escapes a text for a PromQL string in these quotes. A line must not break inside of a string. */
function escapeForString(text: string, quote: string): string {
  return text.replace(/[\\"'\n\r]/g, (character) => {
    if (character === '\n') return '\\n';
    if (character === '\r') return '\\r';
    return character === '\\' || character === quote ? `\\${character}` : character;
  });
}
