import type { SyntaxNode } from '@lezer/common';
import type { Duration, Expr, VectorSelector } from './ast.ts';
import { parseError, quote } from './errors.ts';
import { metricName } from './labels.ts';
import { parseNumber } from './literals.ts';
import { type Matcher, type MatchOperator, makeMatcher } from './matchers.ts';
import { childrenOf, parseName, parseString, type Reader } from './nodes.ts';

const isMatchOperator = (text: string): text is MatchOperator => ['=', '!=', '=~', '!~'].includes(text);

/** A selector's matchers, of its name and of its braces. Throws bad_data where they all match the empty text. */
export function parseSelector(reader: Reader, node: SyntaxNode): VectorSelector {
  const name = node.getChild('Identifier');
  const matchers: Matcher[] = [];
  if (name) matchers.push(makeMatcher(metricName, '=', reader.text.slice(name.from, name.to)));
  const braces = node.getChild('LabelMatchers');
  for (const child of braces ? childrenOf(braces) : []) {
    const matcher = parseMatcher(reader, child);
    if (name && matcher.name === metricName) {
      throw parseError(reader.text, child.from, 'metric name must not be set twice');
    }
    matchers.push(matcher);
  }
  if (matchers.every((matcher) => matcher.matches(''))) {
    throw parseError(reader.text, node.from, 'vector selector must contain at least one non-empty matcher');
  }
  return { kind: 'selector', from: node.from, matchers, offset: null, at: null };
}

function parseMatcher(reader: Reader, node: SyntaxNode): Matcher {
  if (node.name === 'QuotedLabelName') return makeMatcher(metricName, '=', parseName(reader, node));
  const [name, operator, value] = childrenOf(node);
  const symbol = operator ? reader.text.slice(operator.from, operator.to) : '';
  if (!name || !value || !isMatchOperator(symbol)) throw parseError(reader.text, node.from, 'unexpected label matcher');
  return makeMatcher(parseName(reader, name), symbol, parseString(reader, value));
}

/** An expression with the range, subquery, offset or `@` that follows it. Throws bad_data where it cannot have one. */
export function applySuffix(reader: Reader, expr: Expr, node: SyntaxNode): Expr {
  const durations = childrenOf(node).slice(1);
  if (node.name === 'MatrixSelector') {
    if (expr.kind !== 'selector') {
      throw parseError(reader.text, node.from, 'ranges only allowed for vector selectors');
    }
    if (expr.at || expr.offset) {
      throw parseError(reader.text, node.from, 'no offset or @ modifiers allowed before range');
    }
    return { ...expr, kind: 'matrix', range: positive(reader, durations[0]) };
  }
  if (node.name === 'SubqueryExpr') {
    const step = durations[1] ? positive(reader, durations[1]) : null;
    const range = positive(reader, durations[0]);
    return { kind: 'subquery', from: expr.from, expr, range, step, offset: null, at: null };
  }
  if (expr.kind !== 'selector' && expr.kind !== 'matrix' && expr.kind !== 'subquery') {
    const modifier = node.name === 'OffsetExpr' ? 'offset' : '@';
    const problem = `${modifier} modifier must be preceded by an instant vector selector or range vector selector or a subquery`;
    throw parseError(reader.text, node.from, problem);
  }
  const last = durations.at(-1);
  if (!last) throw parseError(reader.text, node.from, 'unexpected end of input');
  if (node.name === 'OffsetExpr') {
    if (expr.offset) throw parseError(reader.text, node.from, 'offset may not be set multiple times');
    return { ...expr, offset: parseDurationNode(reader, last) };
  }
  if (expr.at) throw parseError(reader.text, node.from, '@ <timestamp> may not be set multiple times');
  return { ...expr, at: parseTime(reader, last) };
}

function parseTime(reader: Reader, node: SyntaxNode): Duration {
  if (node.name === 'AtModifierPreprocessors') {
    return node.getChild('AtStart') ? (query) => query.start : (query) => query.end;
  }
  const seconds = parseNumber(reader.text.slice(node.from, node.to));
  if (seconds === null || !(Math.abs(seconds) * 1000 <= Number.MAX_SAFE_INTEGER)) {
    throw parseError(reader.text, node.from, 'timestamp out of bounds for @ modifier');
  }
  return () => Math.round(seconds * 1000);
}

function positive(reader: Reader, node: SyntaxNode | undefined): Duration {
  if (!node) throw parseError(reader.text, reader.text.length, 'unexpected end of input');
  const duration = parseDurationNode(reader, node);
  return (query) => {
    const length = duration(query);
    if (!(length > 0)) throw parseError(reader.text, node.from, 'duration must be greater than 0');
    return length;
  };
}

type Combine = (a: number, b: number) => number;

/** Of two durations in seconds. */
const combinations: Readonly<Record<string, Combine>> = {
  Add: (a, b) => a + b,
  Sub: (a, b) => a - b,
  Mul: (a, b) => a * b,
  Div: (a, b) => a / b,
  Mod: (a, b) => a % b,
  Pow: (a, b) => a ** b,
};

/** Prometheus counts durations in nanoseconds, in 64 bits; in ms. */
const longest = 2 ** 63 / 1e6;

function parseDurationNode(reader: Reader, node: SyntaxNode): Duration {
  const seconds = parseSeconds(reader, node);
  return (query) => {
    const length = Math.round(seconds(query) * 1000);
    if (!(Math.abs(length) <= longest)) throw parseError(reader.text, node.from, 'duration out of range');
    return length;
  };
}

/** A duration expression, in seconds: in one, `5m` and `300` are the same. */
function parseSeconds(reader: Reader, node: SyntaxNode): Duration {
  const children = childrenOf(node);
  const [first, second, third] = children;
  if (!first) {
    const value = parseNumber(reader.text.slice(node.from, node.to));
    if (value === null)
      throw parseError(
        reader.text,
        node.from,
        `bad number or duration syntax: ${quote(reader.text.slice(node.from, node.to))}`,
      );
    return () => value;
  }
  if (first.name === 'DurationStep') return (query) => query.step / 1000;
  if (first.name === 'DurationRange') return (query) => (query.end - query.start) / 1000;
  if (first.name === 'UnaryOp' && second) {
    const inner = parseSeconds(reader, second);
    return reader.text[first.from] === '-' ? (query) => -inner(query) : inner;
  }
  if (second && third) {
    const extreme = first.name === 'DurationMinOf' ? Math.min : first.name === 'DurationMaxOf' ? Math.max : null;
    const combine = extreme ?? combinations[second.name];
    if (!combine) throw parseError(reader.text, second.from, 'unexpected operator in a duration');
    const left = parseSeconds(reader, extreme ? second : first);
    const right = parseSeconds(reader, third);
    return (query) => combine(left(query), right(query));
  }
  return parseSeconds(reader, first);
}
