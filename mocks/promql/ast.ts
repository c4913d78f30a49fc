import type { Matcher } from './matchers.ts';

export type ValueType = 'scalar' | 'vector' | 'matrix' | 'string';

/** The query's own range in ms: what `start()`, `end()`, `step()` and `range()` speak of. Step is 0 at an instant. */
export interface QueryRange {
  readonly start: number;
  readonly end: number;
  readonly step: number;
}

/** A duration in ms; it may depend on the query's range. */
export type Duration = (query: QueryRange) => number;

/** A part of a query's text. */
interface Located {
  /** The offset of its first character. */
  readonly from: number;
}

/** Where a selector looks: its `offset` in ms, and the fixed time in epoch ms of its `@`; null without. */
export interface Shift extends Located {
  readonly offset: Duration | null;
  readonly at: Duration | null;
}

export type ArithmeticOperator = '+' | '-' | '*' | '/' | '%' | '^' | 'atan2';
export type ComparisonOperator = '==' | '!=' | '<' | '<=' | '>' | '>=';
export type SetOperator = 'and' | 'or' | 'unless';
export type BinaryOperator = ArithmeticOperator | ComparisonOperator | SetOperator;

export interface Matching {
  readonly on: boolean;
  readonly labels: readonly string[];
  /** Which side may have many series for one of the other. */
  readonly group: 'left' | 'right' | null;
  readonly include: readonly string[];
}

export interface VectorSelector extends Shift {
  readonly kind: 'selector';
  readonly matchers: readonly Matcher[];
}

export interface MatrixSelector extends Shift {
  readonly kind: 'matrix';
  readonly matchers: readonly Matcher[];
  readonly range: Duration;
}

export interface Subquery extends Shift {
  readonly kind: 'subquery';
  readonly expr: Expr;
  readonly range: Duration;
  /** Null: the server's evaluation interval. */
  readonly step: Duration | null;
}

export interface Binary extends Located {
  readonly kind: 'binary';
  readonly operator: BinaryOperator;
  readonly left: Expr;
  readonly right: Expr;
  readonly bool: boolean;
  readonly matching: Matching;
}

export interface Aggregate extends Located {
  readonly kind: 'aggregate';
  readonly operator: string;
  readonly parameter: Expr | null;
  readonly expr: Expr;
  readonly labels: readonly string[];
  readonly without: boolean;
}

export interface Call extends Located {
  readonly kind: 'call';
  readonly name: string;
  readonly args: readonly Expr[];
}

interface NumberLiteral extends Located {
  readonly kind: 'number';
  readonly value: number;
}

interface StringLiteral extends Located {
  readonly kind: 'string';
  readonly value: string;
}

/** An expression in parentheses or behind a plus, which changes nothing, or behind a minus. */
interface Wrapped extends Located {
  readonly kind: 'parentheses' | 'negation';
  readonly expr: Expr;
}

/** An expression whose types have been checked. */
export type Expr =
  | NumberLiteral
  | StringLiteral
  | Wrapped
  | VectorSelector
  | MatrixSelector
  | Subquery
  | Binary
  | Aggregate
  | Call;
