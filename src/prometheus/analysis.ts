import { type Token, tokenize } from './tokens.ts';

/** One series selector of an expression. */
export interface Selector {
  /** The metric's name; null where the matchers name none exactly. */
  readonly metric: string | null;
  /** As it is written, without range and modifiers: `up{job="x"}`. */
  readonly text: string;
  readonly matchers: readonly Matcher[];
}

export interface Matcher {
  readonly label: string;
  readonly operator: '=' | '!=' | '=~' | '!~';
  /** As written, quotes and escapes undone. */
  readonly value: string;
}

/** Words that are no metric where no parenthesis follows at once. */
const keywords: ReadonlySet<string> = new Set(
  'and or unless atan2 bool offset by without on ignoring group_left group_right inf nan'.split(' '),
);

/** Keywords whose parenthesis holds label names. */
const groupings: ReadonlySet<string> = new Set('by without on ignoring group_left group_right'.split(' '));

/** Names of the metrics that a PromQL text (variables already in) selects, each once, in the order they stand. */
export function metricNames(expr: string): readonly string[] {
  return [...new Set(selectors(expr).flatMap(({ metric }) => (metric === null ? [] : [metric])))];
}

/** Jobs that the matchers of a PromQL text (variables already in) name exactly, each once. */
export function matchedJobs(expr: string): readonly string[] {
  const matchers = selectors(expr).flatMap((selector) => selector.matchers);
  return [...new Set(matchers.flatMap((matcher) => (matcher.label === 'job' ? namedBy(matcher) : [])))];
}

const plainText = String.raw`(?:[^\\.+*?()|[\]{}^$]|\\\W)+`;
const plainTexts = new RegExp(plainText, 'g');
const isListed = new RegExp(String.raw`^\(?${plainText}(?:\|${plainText})*\)?$`);

/** The values that a matcher names. A regex names some where it is but a list of them, as a variable of several values is. */
function namedBy({ operator, value }: Matcher): readonly string[] {
  if (operator === '=') return [value];
  if (operator !== '=~' || !isListed.test(value)) return [];
  return (value.match(plainTexts) ?? []).map((text) => text.replace(/\\(\W)/g, '$1'));
}

/**
 * The series selectors of a PromQL text (variables already in). It reads tokens, not the grammar: cheap, good for valid
 * expressions, and for others it finds something or nothing but never throws.
 */
export function selectors(expr: string): readonly Selector[] {
  const tokens = tokenize(expr).filter(({ kind }) => kind !== 'space' && kind !== 'comment');
  const found: Selector[] = [];
  let i = 0;
  while (i < tokens.length) {
    const { kind, text } = tokens[i] ?? end;
    const next = tokens[i + 1] ?? end;
    if (text === '[') i = after(tokens, i, ']');
    else if (kind === 'identifier' && groupings.has(text.toLowerCase()) && next.text === '(')
      i = after(tokens, i + 1, ')');
    else if (kind === 'identifier' && isMetric(text, next)) {
      const until = next.text === '{' ? after(tokens, i + 1, '}') : i + 1;
      found.push(selectorOf(tokens.slice(i, until)));
      i = until;
    } else if (text === '{') {
      const until = after(tokens, i, '}');
      found.push(selectorOf(tokens.slice(i, until)));
      i = until;
    } else i++;
  }
  return found;
}

const end: Token = { kind: 'space', text: '' };

/** An aggregation may have its grouping first: `sum by (job) (up)`. */
function isMetric(text: string, next: Token): boolean {
  return next.text !== '(' && !keywords.has(text.toLowerCase()) && !['by', 'without'].includes(next.text.toLowerCase());
}

/** Index after the first `closing` from `start` on. */
function after(tokens: readonly Token[], start: number, closing: string): number {
  const at = tokens.findIndex(({ text }, i) => i >= start && text === closing);
  return at === -1 ? tokens.length : at + 1;
}

function selectorOf(tokens: readonly Token[]): Selector {
  const [first] = tokens;
  const matchers: Matcher[] = [];
  let metric = first?.kind === 'identifier' ? first.text : null;
  for (const [i, token] of tokens.entries()) {
    const before = tokens[i - 1] ?? end;
    const label = tokens[i - 2] ?? end;
    if (token.kind !== 'string') continue;
    if (isOperator(before.text)) {
      matchers.push({
        label: label.kind === 'string' ? unquote(label.text) : label.text,
        operator: before.text,
        value: unquote(token.text),
      });
    } else if (!isOperator(tokens[i + 1]?.text ?? '')) {
      // A quoted metric name, as UTF-8 names need: {"http.requests", job="x"}.
      metric = unquote(token.text);
    }
  }
  metric ??= matchers.find(({ label, operator }) => label === '__name__' && operator === '=')?.value ?? null;
  return { metric, text: tokens.map(({ text }) => (text === ',' ? ', ' : text)).join(''), matchers };
}

function isOperator(text: string): text is Matcher['operator'] {
  return text === '=' || text === '!=' || text === '=~' || text === '!~';
}

/** The text of a PromQL string; of the escapes the common ones are undone. */
function unquote(literal: string): string {
  if (literal.startsWith('`')) return literal.replace(/^`|`$/g, '');
  return literal.slice(1, -1).replace(/\\(.)/gs, (_, character: string) => {
    if (character === 'n') return '\n';
    if (character === 'r') return '\r';
    return character === 't' ? '\t' : character;
  });
}
