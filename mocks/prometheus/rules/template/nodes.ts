import type { TemplateValue } from './value.ts';

/** A part of a template's text, to say where something failed. */
export interface Located {
  readonly at: number;
  readonly source: string;
}

/** Something that has a value. `path` are the fields asked of it, one after the other. */
export type Operand = Located & { readonly path: readonly string[] } & (
    | { readonly kind: 'literal'; readonly value: TemplateValue }
    | { readonly kind: 'dot' }
    | { readonly kind: 'variable'; readonly name: string }
    | { readonly kind: 'function'; readonly name: string }
    | { readonly kind: 'pipeline'; readonly pipeline: Pipeline }
  );

/** A value, or a function and what it is given. */
export interface Command extends Located {
  readonly operands: readonly [Operand, ...Operand[]];
}

/** Commands, each of which gets the value of the one before as its last argument. */
export interface Pipeline extends Located {
  /** Variables that get the value; `range` may set two. */
  readonly names: readonly string[];
  /** Whether the variables are new here; otherwise they get another value. */
  readonly declares: boolean;
  readonly commands: readonly Command[];
}

export interface BlockNode {
  readonly kind: 'if' | 'with' | 'range';
  readonly pipeline: Pipeline;
  readonly body: readonly TemplateNode[];
  readonly otherwise: readonly TemplateNode[];
}

export type TemplateNode =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'output'; readonly pipeline: Pipeline }
  | BlockNode;
