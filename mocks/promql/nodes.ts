import type { SyntaxNode } from '@lezer/common';
import { parseError } from './errors.ts';
import { unquote } from './literals.ts';

/** What reading the tree of a query needs. */
export interface Reader {
  readonly text: string;
}

/** The children of a node but its comments. */
export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.name !== 'LineComment') children.push(child);
  }
  return children;
}

/** The text that a string literal stands for. Throws bad_data on an escape that Go does not know. */
export function parseString(reader: Reader, node: SyntaxNode): string {
  const value = unquote(reader.text.slice(node.from, node.to));
  if (value === null) throw parseError(reader.text, node.from, 'unknown escape sequence');
  return value;
}

/** The name of a label, quoted or not. */
export function parseName(reader: Reader, node: SyntaxNode): string {
  const literal = node.name === 'StringLiteral' ? node : node.getChild('StringLiteral');
  return literal ? parseString(reader, literal) : reader.text.slice(node.from, node.to);
}

/** The names in the parentheses of `by`, `without`, `on` and the like. */
export function parseLabelNames(reader: Reader, node: SyntaxNode): string[] {
  return childrenOf(node).map((child) => parseName(reader, child));
}
