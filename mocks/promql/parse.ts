import type { SyntaxNode, Tree, TreeCursor } from '@lezer/common';
import { parser } from '@prometheus-io/lezer-promql';
import type { BinaryOperator, Expr, Matching } from './ast.ts';
import { checkTypes } from './check.ts';
import { parseError, quote } from './errors.ts';
import { parseNumber } from './literals.ts';
import { childrenOf, parseLabelNames, parseString, type Reader } from './nodes.ts';
import { scan } from './scan.ts';
import { applySuffix, parseSelector } from './selector-nodes.ts';

/** Deeper trees are refused, before they could use up the stack. */
const maxDepth = 800;

/** The first error ends parsing: going on after it is for editors, and slow. */
const strictParser = parser.configure({ strict: true });

const precedences: Readonly<Record<BinaryOperator, number>> = {
  or: 1,
  and: 2,
  unless: 2,
  '==': 3,
  '!=': 3,
  '<': 3,
  '<=': 3,
  '>': 3,
  '>=': 3,
  '+': 4,
  '-': 4,
  '*': 5,
  '/': 5,
  '%': 5,
  atan2: 5,
  '^': 6,
};

const isOperator = (text: string): text is BinaryOperator => Object.hasOwn(precedences, text);

interface Infix {
  readonly type: 'infix';
  readonly operator: BinaryOperator;
  readonly bool: boolean;
  readonly matching: Matching;
}

/** A part of an expression without parentheses, in the order of the text. */
type Token =
  | Infix
  | { readonly type: 'sign'; readonly negative: boolean; readonly from: number }
  | { readonly type: 'operand'; readonly node: SyntaxNode; readonly from: number }
  | { readonly type: 'suffix'; readonly node: SyntaxNode };

/** The checked expression of a query. Throws PromqlError, bad_data, where it is none. */
export function parse(text: string): Expr {
  const tree = parseTree(text, scan(text));
  refuseDepth(text, tree.cursor());
  const top = tree.topNode.firstChild;
  if (!top) throw parseError(text, 0, 'no expression found in input');
  const expr = convert({ text }, top);
  checkTypes(expr);
  return expr;
}

function parseTree(text: string, scanned: string): Tree {
  try {
    return strictParser.parse(scanned);
  } catch (error) {
    const place = error instanceof SyntaxError ? /^No parse at (\d+)$/.exec(error.message)?.[1] : undefined;
    if (place === undefined) throw error;
    const from = Number(place);
    const [found] = /^(?:\w+|"[^"]*"|\S)/.exec(text.slice(from).trimStart()) ?? [];
    const called = /([A-Za-z_]\w{0,99})\s*$/.exec(text.slice(Math.max(0, from - 110), from));
    if (found === '(' && called?.[1] !== undefined) {
      const name = called[1];
      throw parseError(text, text.lastIndexOf(name, from), `unknown function with name ${quote(name)}`);
    }
    throw parseError(text, from, found === undefined ? 'unexpected end of input' : `unexpected ${quote(found)}`);
  }
}

function refuseDepth(text: string, cursor: TreeCursor): void {
  let depth = 0;
  for (;;) {
    if (depth > maxDepth) throw parseError(text, cursor.from, `expression is nested more than ${maxDepth} levels deep`);
    if (cursor.firstChild()) {
      depth++;
      continue;
    }
    while (!cursor.nextSibling()) {
      if (!cursor.parent()) return;
      depth--;
    }
  }
}

function convert(reader: Reader, node: SyntaxNode): Expr {
  const tokens: Token[] = [];
  flatten(reader, node, tokens);
  return new Climber(reader, tokens).expression(0);
}

const suffixes = new Set(['OffsetExpr', 'StepInvariantExpr', 'MatrixSelector', 'SubqueryExpr']);

/**
 * The grammar made for editors binds `offset`, `@` and `[…]` to the whole expression on their left, and a number's sign
 * closer than `^`. Prometheus binds them to one operand, so the tree is laid flat and precedence is applied anew.
 */
function flatten(reader: Reader, node: SyntaxNode, tokens: Token[]): void {
  const [first, second, third, fourth] = childrenOf(node);
  if (node.name === 'BinaryExpr' && first && second) {
    flatten(reader, first, tokens);
    tokens.push(infixOf(reader, second, childrenOf(node).slice(2, -1)));
    const right = fourth === undefined ? third : childrenOf(node).at(-1);
    if (right) flatten(reader, right, tokens);
  } else if (node.name === 'UnaryExpr' && first && second) {
    tokens.push({ type: 'sign', negative: reader.text[first.from] === '-', from: node.from });
    flatten(reader, second, tokens);
  } else if (suffixes.has(node.name) && first) {
    flatten(reader, first, tokens);
    tokens.push({ type: 'suffix', node });
  } else {
    const sign = node.name === 'NumberDurationLiteral' ? reader.text[node.from] : undefined;
    const signed = sign === '-' || sign === '+';
    if (signed) tokens.push({ type: 'sign', negative: sign === '-', from: node.from });
    tokens.push({ type: 'operand', node, from: node.from + Number(signed) });
  }
}

function infixOf(reader: Reader, operator: SyntaxNode, modifiers: readonly SyntaxNode[]): Infix {
  const name = reader.text.slice(operator.from, operator.to).toLowerCase();
  if (!isOperator(name)) throw parseError(reader.text, operator.from, `unexpected ${quote(name)}`);
  let bool = false;
  let matching: Matching = { on: false, labels: [], group: null, include: [] };
  for (const modifier of modifiers.flatMap((part) => [part, ...childrenOf(part)])) {
    const text = reader.text.slice(modifier.from, modifier.to);
    if (modifier.name === 'BoolModifier') bool = true;
    else if (modifier.name === 'FillModifier')
      throw parseError(reader.text, modifier.from, 'binop fill modifiers are experimental and not enabled');
    else if (modifier.name === 'On') matching = { ...matching, on: true };
    else if (modifier.name === 'GroupLeft') matching = { ...matching, group: 'left' };
    else if (modifier.name === 'GroupRight') matching = { ...matching, group: 'right' };
    else if (modifier.name === 'GroupingLabels' && text !== '') {
      const labels = parseLabelNames(reader, modifier);
      matching = matching.group ? { ...matching, include: labels } : { ...matching, labels };
    }
  }
  return { type: 'infix', operator: name, bool, matching };
}

/** Builds the expression of flat tokens by precedence climbing. */
class Climber {
  private position = 0;
  private readonly reader: Reader;
  private readonly tokens: readonly Token[];

  constructor(reader: Reader, tokens: readonly Token[]) {
    this.reader = reader;
    this.tokens = tokens;
  }

  expression(least: number): Expr {
    let left = this.operand();
    for (;;) {
      const token = this.tokens[this.position];
      if (token?.type !== 'infix') return left;
      const precedence = precedences[token.operator];
      if (precedence < least) return left;
      this.position++;
      const right = this.expression(token.operator === '^' ? precedence : precedence + 1);
      const { operator, bool, matching } = token;
      left = { kind: 'binary', from: left.from, operator, left, right, bool, matching };
    }
  }

  private operand(): Expr {
    const token = this.tokens[this.position++];
    if (token?.type === 'sign') {
      const expr = this.expression(precedences['*'] + 1);
      const { from } = token;
      if (expr.kind === 'number') return { kind: 'number', from, value: token.negative ? -expr.value : expr.value };
      return { kind: token.negative ? 'negation' : 'parentheses', from, expr };
    }
    if (token?.type !== 'operand') throw parseError(this.reader.text, 0, 'unexpected operator');
    let expr = primary(this.reader, token.node, token.from);
    for (;;) {
      const next = this.tokens[this.position];
      if (next?.type !== 'suffix') return expr;
      expr = applySuffix(this.reader, expr, next.node);
      this.position++;
    }
  }
}

function primary(reader: Reader, node: SyntaxNode, from: number): Expr {
  const text = reader.text.slice(from, node.to).trimStart();
  const inner = childrenOf(node)[0];
  if (node.name === 'NumberDurationLiteral') {
    const value = parseNumber(text);
    if (value === null) throw parseError(reader.text, from, `bad number or duration syntax: ${quote(text)}`);
    if (!Number.isFinite(value) && /\d/.test(text)) {
      throw parseError(reader.text, from, `error parsing number: ${quote(text)}: value out of range`);
    }
    return { kind: 'number', from, value };
  }
  if (node.name === 'StringLiteral') return { kind: 'string', from, value: parseString(reader, node) };
  if (node.name === 'VectorSelector') return parseSelector(reader, node);
  if (node.name === 'ParenExpr' && inner) return { kind: 'parentheses', from, expr: convert(reader, inner) };
  if (node.name === 'AggregateExpr') return parseAggregate(reader, node);
  if (node.name === 'FunctionCall' && inner) {
    return { kind: 'call', from, name: reader.text.slice(inner.from, inner.to), args: parseArguments(reader, node) };
  }
  if (node.name === 'AnchoredExpr' || node.name === 'SmoothedExpr') {
    const modifier = node.name === 'AnchoredExpr' ? 'anchored' : 'smoothed';
    throw parseError(reader.text, from, `${modifier} modifier is experimental and not enabled`);
  }
  throw parseError(reader.text, from, `unexpected ${quote(text)}`);
}

function parseArguments(reader: Reader, node: SyntaxNode): Expr[] {
  const body = node.getChild('FunctionCallBody');
  return body ? childrenOf(body).map((argument) => convert(reader, argument)) : [];
}

function parseAggregate(reader: Reader, node: SyntaxNode): Expr {
  const name = node.getChild('AggregateOp');
  const operator = reader.text.slice(name?.from, name?.to).toLowerCase();
  const modifier = node.getChild('AggregateModifier');
  const labels = modifier?.getChild('GroupingLabels');
  const args = parseArguments(reader, node);
  const expr = args.at(-1);
  const wanted = ['topk', 'bottomk', 'quantile', 'count_values', 'limitk', 'limit_ratio'].includes(operator) ? 2 : 1;
  if (!expr || args.length !== wanted) {
    const problem = `wrong number of arguments for aggregate expression provided, expected ${wanted}, got ${args.length}`;
    throw parseError(reader.text, node.from, problem);
  }
  return {
    kind: 'aggregate',
    from: node.from,
    operator,
    parameter: wanted === 2 ? (args[0] ?? null) : null,
    expr,
    labels: labels ? parseLabelNames(reader, labels) : [],
    without: modifier?.getChild('Without') !== null && modifier !== null,
  };
}
