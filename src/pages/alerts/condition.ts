import type { Labels } from '../../model/labels.ts';
import { type Token, tokenize } from '../../prometheus/tokens.ts';

/** What a rule's expression watches. */
export interface Condition {
  /** PromQL of what is compared; the whole expression where nothing is compared with a number. */
  readonly watched: string;
  /** The number that it is compared with. */
  readonly threshold: number | null;
}

const comparisons: ReadonlySet<string> = new Set(['>', '<', '>=', '<=', '==', '!=']);
const setOperators: ReadonlySet<string> = new Set(['and', 'or', 'unless']);
const number = String.raw`[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?`;
const product = new RegExp(`^${number}(?:\\s*[*/]\\s*${number})*$`, 'i');

/**
 * Reads what an alerting expression compares with a number: in `a > 5 and b < 3` that is `a`, and 5. Comparisons bind
 * looser than arithmetic, and tighter than `and`, `or` and `unless`; of what `or` joins all is watched.
 */
export function readCondition(expr: string): Condition {
  const whole = { watched: expr, threshold: null };
  const tokens = unwrap(tokenize(expr).filter(({ kind }) => kind !== 'comment'));
  const outer = outermost(tokens);
  const or = outer.find(({ token }) => token.text.toLowerCase() === 'or')?.at;
  if (or !== undefined)
    return either(readCondition(write(tokens.slice(0, or))), readCondition(write(tokens.slice(or + 1))));
  const end = outer.find(({ token }) => setOperators.has(token.text.toLowerCase()))?.at ?? tokens.length;
  const at = outer.findLast(({ token, at }) => at < end && comparisons.has(token.text))?.at;
  if (at === undefined) {
    const first = tokens.slice(0, end);
    return end < tokens.length && unwrap(first).length < trimmed(first).length ? readCondition(write(first)) : whole;
  }
  const [left, right] = [write(tokens.slice(0, at)), write(tokens.slice(at + 1, end))];
  const threshold = constant(right);
  if (threshold !== null) return { watched: left, threshold };
  const mirrored = constant(left);
  return mirrored === null ? whole : { watched: right, threshold: mirrored };
}

/** What both watch; their threshold where they have the same. */
function either(a: Condition, b: Condition): Condition {
  return { watched: `(${a.watched}) or (${b.watched})`, threshold: a.threshold === b.threshold ? a.threshold : null };
}

const write = (tokens: readonly Token[]) =>
  tokens
    .map(({ text }) => text)
    .join('')
    .trim();

function trimmed(tokens: readonly Token[]): readonly Token[] {
  const isText = ({ kind }: Token) => kind !== 'space';
  return tokens.slice(tokens.findIndex(isText), tokens.findLastIndex(isText) + 1);
}

/** The tokens that stand in no parenthesis, bracket or brace, with their places. */
function outermost(tokens: readonly Token[]): readonly { readonly token: Token; readonly at: number }[] {
  let depth = 0;
  return tokens.flatMap((token, at) => {
    if ('([{'.includes(token.text)) depth++;
    const isOuter = depth === 0;
    if (')]}'.includes(token.text)) depth--;
    return isOuter ? [{ token, at }] : [];
  });
}

/** What stands in the parentheses around all of it. */
function unwrap(tokens: readonly Token[]): readonly Token[] {
  const all = trimmed(tokens);
  return all[0]?.text === '(' && outermost(all).length === 0 && closesLast(all) ? unwrap(all.slice(1, -1)) : all;
}

/** Whether the first parenthesis is closed by the last token. */
function closesLast(tokens: readonly Token[]): boolean {
  let depth = 0;
  return (
    tokens.findIndex(({ text }) => {
      if (text === '(') depth++;
      if (text === ')') depth--;
      return depth === 0;
    }) ===
    tokens.length - 1
  );
}

/** A number, or a product of numbers such as `5 * 60`; null for anything else. */
function constant(text: string): number | null {
  const bare = write(unwrap(tokenize(text)));
  if (!product.test(bare)) return null;
  const [first = '', ...rest] = bare.split(/([*/])/);
  let value = Number(first);
  for (let i = 0; i + 1 < rest.length; i += 2) {
    const factor = Number(rest[i + 1]);
    value = rest[i] === '*' ? value * factor : value / factor;
  }
  return value;
}

/** An expression as it is, with nothing in its strings that could be taken for one of Mirante's variables. */
export function withoutVariables(expr: string): string {
  return tokenize(expr)
    .map(({ kind, text }) => (kind === 'string' && !text.startsWith('`') ? text.replaceAll('$', '\\x24') : text))
    .join('');
}

const quoted = (text: string) =>
  `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n').replaceAll('$', '\\x24')}"`;

/** Of what an expression gives, what has these labels; `labels` empty: all. */
export function onlyWith(expr: string, labels: Labels): string {
  const names = Object.keys(labels);
  if (names.length === 0) return expr;
  const replacement = (value: string) => quoted(value.replaceAll('$', '$$$$'));
  const wanted = Object.entries(labels).reduce(
    (inner, [name, value]) => `label_replace(${inner}, "${name}", ${replacement(value)}, "", "")`,
    'vector(1)',
  );
  return `(${expr}) and on (${names.join(', ')}) ${wanted}`;
}

/** The series that Prometheus writes while an alert with these labels is in this state. */
export function alertsSelector(labels: Labels, state: 'pending' | 'firing'): string {
  const matchers = Object.entries({ ...labels, alertstate: state }).map(([name, value]) => `${name}=${quoted(value)}`);
  return `ALERTS{${matchers.join(', ')}}`;
}
