import type { SyntaxNode } from '@lezer/common';
import { parser } from '@prometheus-io/lezer-promql';
import { argumentsOf, childrenOf, functionName, inner } from '../../prometheus/lint/tree.ts';

/** A part of an expression that has a value of its own. */
export interface ExpressionNode {
  readonly text: string;
  /** Offsets in the whole expression, `to` not included. */
  readonly from: number;
  readonly to: number;
  /** What its value is: series with one sample each, series with several, or no series at all. */
  readonly type: 'vector' | 'matrix' | 'scalar' | 'string';
  readonly children: readonly ExpressionNode[];
}

const scalarFunctions: ReadonlySet<string> = new Set(['time', 'scalar', 'pi']);

/** The expression as a tree of its parts, parentheses left out; null where it does not parse. */
export function expressionTree(text: string): ExpressionNode | null {
  const top = parser.parse(text).topNode;
  const [expression] = childrenOf(top);
  if (expression === undefined || hasError(top)) return null;
  return nodeOf(text, expression);
}

function hasError(top: SyntaxNode): boolean {
  let found = false;
  top.cursor().iterate(({ type }) => {
    found ||= type.isError;
  });
  return found;
}

function nodeOf(text: string, given: SyntaxNode): ExpressionNode {
  const node = inner(given);
  const children = operandsOf(node).map((child) => nodeOf(text, child));
  const { from, to } = node;
  return { text: text.slice(from, to), from, to, type: typeOf(text, node, children), children };
}

const expressions: ReadonlySet<string> = new Set([
  'AggregateExpr',
  'BinaryExpr',
  'FunctionCall',
  'MatrixSelector',
  'NumberDurationLiteral',
  'OffsetExpr',
  'ParenExpr',
  'StepInvariantExpr',
  'StringLiteral',
  'SubqueryExpr',
  'UnaryExpr',
  'VectorSelector',
]);

/** The expressions that an expression is made of; what a selector of a range selects is no part of its own. */
function operandsOf(node: SyntaxNode): readonly SyntaxNode[] {
  if (node.name === 'MatrixSelector' || node.name === 'VectorSelector') return [];
  if (node.name === 'FunctionCall') return argumentsOf(node);
  if (node.name === 'AggregateExpr')
    return childrenOf(node).flatMap((child) => (child.name === 'FunctionCallBody' ? childrenOf(child) : []));
  // A window, a step and an offset are written as numbers are.
  const [first, ...others] = childrenOf(node).filter(({ name }) => expressions.has(name));
  if (first === undefined) return [];
  return node.name === 'BinaryExpr' ? [first, ...others] : [first];
}

function typeOf(text: string, node: SyntaxNode, children: readonly ExpressionNode[]): ExpressionNode['type'] {
  switch (node.name) {
    case 'MatrixSelector':
    case 'SubqueryExpr':
      return 'matrix';
    case 'NumberDurationLiteral':
      return 'scalar';
    case 'StringLiteral':
      return 'string';
    case 'FunctionCall':
      return scalarFunctions.has(functionName({ text }, node)) ? 'scalar' : 'vector';
    case 'BinaryExpr':
      return children.every(({ type }) => type === 'scalar') ? 'scalar' : 'vector';
    case 'OffsetExpr':
    case 'StepInvariantExpr':
    case 'UnaryExpr':
      return children[0]?.type ?? 'vector';
    default:
      return 'vector';
  }
}

/** The query that counts the series of a part; null where it has none to count. */
export function countOf({ text, type }: ExpressionNode): string | null {
  if (type === 'vector') return `count(${text}\n)`;
  return type === 'matrix' ? `count(last_over_time(${text}\n))` : null;
}
