import type { SyntaxNode } from '@lezer/common';
import { parseDuration } from '../../model/duration.ts';
import { selectors } from '../analysis.ts';

/** A text whose tree is read. */
export interface Tree {
  readonly text: string;
}

/** A label condition that can be tried; a regular expression that JavaScript does not know meets nothing. */
export interface SelectionMatcher {
  readonly label: string;
  readonly operator: string;
  readonly value: string;
  matches(value: string): boolean;
}

/** A series selector. */
export interface Selection {
  /** Null where no name is given exactly. */
  readonly metric: string | null;
  readonly text: string;
  readonly matchers: readonly SelectionMatcher[];
}

/** The children of a node but its comments. */
export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.name !== 'LineComment') children.push(child);
  }
  return children;
}

/** A node and all below it, from the outside in. */
export function nodesIn(node: SyntaxNode): SyntaxNode[] {
  return [node, ...childrenOf(node).flatMap(nodesIn)];
}

/** What parentheses hold. */
export function inner(node: SyntaxNode): SyntaxNode {
  const [content] = childrenOf(node);
  return node.name === 'ParenExpr' && content !== undefined ? inner(content) : node;
}

/** Name of the function that a call calls. */
export function functionName({ text }: Tree, call: SyntaxNode): string {
  const [name] = childrenOf(call);
  return name === undefined ? '' : text.slice(name.from, name.to).toLowerCase();
}

export function argumentsOf(call: SyntaxNode): SyntaxNode[] {
  const body = call.getChild('FunctionCallBody');
  return body === null ? [] : childrenOf(body);
}

/** The outermost aggregations in an expression. */
export function aggregations(node: SyntaxNode): SyntaxNode[] {
  return node.name === 'AggregateExpr' ? [node] : childrenOf(node).flatMap(aggregations);
}

/** What an aggregation keeps (`by`) or drops (`without`); one without either keeps nothing. */
export function groupingOf({ text }: Tree, node: SyntaxNode): { kind: 'by' | 'without'; labels: readonly string[] } {
  const modifier = node.getChild('AggregateModifier');
  const labels = modifier?.getChild('GroupingLabels');
  return {
    kind: modifier?.getChild('Without') ? 'without' : 'by',
    labels: labels
      ? childrenOf(labels).map((label) => text.slice(label.from, label.to).replace(/^["'`]|["'`]$/g, ''))
      : [],
  };
}

/** Milliseconds of a matrix selector's window; null where it is not written as a plain duration. */
export function windowOf({ text }: Tree, matrix: SyntaxNode): number | null {
  const duration = childrenOf(matrix).at(-1);
  return duration === undefined ? null : parseDuration(text.slice(duration.from, duration.to).trim());
}

/** The selector that a node stands for. */
export function selectionOf({ text }: Tree, node: SyntaxNode): Selection {
  const [found] = selectors(text.slice(node.from, node.to));
  if (found === undefined) return { metric: null, text: text.slice(node.from, node.to), matchers: [] };
  return { ...found, matchers: found.matchers.map((matcher) => ({ ...matcher, matches: condition(matcher) })) };
}

function condition({ operator, value }: { operator: string; value: string }): (text: string) => boolean {
  if (operator === '=') return (text) => text === value;
  if (operator === '!=') return (text) => text !== value;
  const regex = readRegex(value);
  return (text) => regex?.test(text) === (operator === '=~');
}

function readRegex(value: string): RegExp | null {
  try {
    return new RegExp(`^(?:${value})$`, 's');
  } catch {
    return null;
  }
}
