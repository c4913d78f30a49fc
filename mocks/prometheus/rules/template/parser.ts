import { unquote } from '../../../promql/literals.ts';
import { TemplateError } from './errors.ts';
import { lex, type Segment, type Token } from './lexer.ts';
import type { Command, Located, Operand, Pipeline, TemplateNode } from './nodes.ts';

const blocks = ['if', 'with', 'range'] as const;
type Block = (typeof blocks)[number];

const constants = new Map([
  ['true', true],
  ['false', false],
  ['nil', null],
]);

/** Deeper nesting is refused, before it could use up the stack. */
const maxDepth = 100;

/** The nodes of a template. Throws TemplateError; `isFunction` says which functions there are. */
export function parseTemplate(text: string, isFunction: (name: string) => boolean): TemplateNode[] {
  return new Parser(text, isFunction).template();
}

class Parser {
  private readonly text: string;
  private readonly isFunction: (name: string) => boolean;
  private readonly segments: readonly Segment[];
  private segment = 0;
  private tokens: readonly Token[] = [];
  private position = 0;
  private depth = 0;
  /** Those declared so far, the outermost first. */
  private readonly variables = ['$'];

  constructor(text: string, isFunction: (name: string) => boolean) {
    this.text = text;
    this.isFunction = isFunction;
    this.segments = lex(text);
  }

  template(): TemplateNode[] {
    const nodes = this.nodes();
    if (this.segment < this.segments.length) throw this.unexpected('');
    return nodes;
  }

  /** Nodes up to an `else` or `end`, which is left as the current action, or to the end of the text. */
  private nodes(): TemplateNode[] {
    const nodes: TemplateNode[] = [];
    for (; this.segment < this.segments.length; this.segment++) {
      const segment = this.segments[this.segment];
      if (segment?.type === 'text') nodes.push({ kind: 'text', text: segment.text });
      if (segment?.type !== 'action') continue;
      this.tokens = segment.tokens;
      this.position = 0;
      const { type, text } = this.peek();
      if (type === 'identifier' && (text === 'end' || text === 'else')) return nodes;
      const block = blocks.find((name) => type === 'identifier' && name === text);
      if (block) {
        this.position++;
        nodes.push(this.block(block));
      } else {
        nodes.push({ kind: 'output', pipeline: this.pipeline('command') });
        this.expectEnd('command');
      }
    }
    return nodes;
  }

  private block(kind: Block): TemplateNode {
    if (++this.depth > maxDepth) throw new TemplateError('template is nested too deeply', this.peek().at, null);
    const scope = this.variables.length;
    const pipeline = this.pipeline(kind);
    this.expectEnd(kind);
    this.segment++;
    const body = this.nodes();
    this.variables.length = scope;
    const node = { kind, pipeline, body, otherwise: this.otherwise(kind) };
    this.depth--;
    return node;
  }

  private otherwise(kind: Block): TemplateNode[] {
    if (this.segment >= this.segments.length) throw new TemplateError('unexpected EOF', this.text.length, null);
    const { text } = this.next();
    if (text === 'end') {
      this.expectEnd('end');
      return [];
    }
    const { type, text: follower } = this.peek();
    if (type === 'identifier' && follower === kind && kind !== 'range') {
      this.position++;
      return [this.block(kind)];
    }
    this.expectEnd('else');
    this.segment++;
    const nodes = this.nodes();
    if (this.segment >= this.segments.length) throw new TemplateError('unexpected EOF', this.text.length, null);
    if (this.next().text !== 'end') throw new TemplateError('expected end; found {{else}}', this.peek().at, null);
    this.expectEnd('end');
    return nodes;
  }

  private pipeline(context: string): Pipeline {
    const { at } = this.peek();
    const { names, declares } = this.targets(context);
    const commands: Command[] = [];
    do commands.push(this.command(context));
    while (this.accept('|'));
    if (declares) this.variables.push(...names);
    return { ...this.located(at), names, declares, commands };
  }

  /** The `$x :=` or `$i, $x :=` that a pipeline may begin with. */
  private targets(context: string): { names: string[]; declares: boolean } {
    const begin = this.position;
    const names: string[] = [];
    while (this.peek().type === 'variable') {
      names.push(this.next().text);
      const { text } = this.peek();
      if (text === ':=' || text === '=') {
        this.position++;
        const unknown = names.find((name) => !this.variables.includes(name));
        if (text === '=' && unknown !== undefined) throw this.undefinedVariable(unknown);
        return { names, declares: text === ':=' };
      }
      if (context !== 'range' || !this.accept(',')) break;
    }
    this.position = begin;
    return { names: [], declares: false };
  }

  private command(context: string): Command {
    const { at } = this.peek();
    const first = this.operand();
    if (!first) throw this.peek().type === 'end' ? this.missing(context) : this.unexpected(context);
    const operands: [Operand, ...Operand[]] = [first];
    for (let next = this.operand(); next; next = this.operand()) operands.push(next);
    const { type, text } = this.peek();
    if (type !== 'end' && text !== '|' && text !== ')') throw this.unexpected(context);
    return { ...this.located(at), operands };
  }

  /** Null where none begins. */
  private operand(): Operand | null {
    const token = this.peek();
    const base = this.operandBase(token);
    if (!base) return null;
    const path: string[] = token.type === 'field' ? [token.text.slice(1)] : [];
    for (let last = this.tokens[this.position - 1]; last; last = this.tokens[this.position - 1]) {
      const { type, text, at } = this.peek();
      if (type !== 'field' || at !== last.at + last.text.length) break;
      this.position++;
      path.push(text.slice(1));
    }
    return { ...base, ...this.located(token.at), path };
  }

  private operandBase({ type, text, at }: Token): OperandBase | null {
    if (type === 'end' || (type === 'sign' && text !== '(')) return null;
    this.position++;
    if (text === '(' && type === 'sign') return { kind: 'pipeline', pipeline: this.parenthesized() };
    if (type === 'field' || type === 'dot') return { kind: 'dot' };
    if (type === 'string') return { kind: 'literal', value: this.string(text, at) };
    if (type === 'number') return { kind: 'literal', value: number(text) };
    if (type === 'variable') {
      if (!this.variables.includes(text)) throw this.undefinedVariable(text);
      return { kind: 'variable', name: text };
    }
    const constant = constants.get(text);
    if (constant !== undefined) return { kind: 'literal', value: constant };
    if (!this.isFunction(text)) throw new TemplateError(`function "${text}" not defined`, at, null);
    return { kind: 'function', name: text };
  }

  private parenthesized(): Pipeline {
    if (++this.depth > maxDepth) throw new TemplateError('template is nested too deeply', this.peek().at, null);
    const pipeline = this.pipeline('parenthesized pipeline');
    if (!this.accept(')')) throw new TemplateError('unclosed left paren', this.peek().at, null);
    this.depth--;
    return pipeline;
  }

  private string(source: string, at: number): string {
    const text = unquote(source);
    if (text === null) throw new TemplateError('invalid syntax', at, null);
    return text;
  }

  private peek(): Token {
    return this.tokens[this.position] ?? { type: 'end', text: '}}', at: this.text.length };
  }

  private next(): Token {
    const token = this.peek();
    this.position++;
    return token;
  }

  private accept(text: string): boolean {
    const token = this.peek();
    const found = token.type === 'sign' && token.text === text;
    if (found) this.position++;
    return found;
  }

  private expectEnd(context: string): void {
    if (this.peek().type !== 'end') throw this.unexpected(context);
  }

  /** The text from an offset to the end of the token read last. */
  private located(at: number): Located {
    const last = this.tokens[this.position - 1];
    return { at, source: this.text.slice(at, last ? last.at + last.text.length : at) };
  }

  private unexpected(context: string): TemplateError {
    const { type, text, at } = this.peek();
    if (context === '') return new TemplateError(`unexpected {{${text}}}`, at, null);
    const shown = type === 'identifier' || type === 'end' ? `<${text}>` : JSON.stringify(text);
    return new TemplateError(`unexpected ${shown} in ${context}`, at, null);
  }

  private missing(context: string): TemplateError {
    return new TemplateError(`missing value for ${context}`, this.peek().at, null);
  }

  private undefinedVariable(name: string): TemplateError {
    return new TemplateError(`undefined variable "${name}"`, this.peek().at, null);
  }
}

type OperandBase = Operand extends infer Each
  ? Each extends Operand
    ? Omit<Each, keyof Located | 'path'>
    : never
  : never;

/** As in Go, what is written with a point or an exponent is a float64, all else an int. */
function number(text: string): number | bigint {
  const plain = text.replaceAll('_', '');
  if (/^[+-]?0[xX]/.test(plain))
    return plain.startsWith('-') ? -BigInt(plain.slice(1)) : BigInt(plain.replace('+', ''));
  return /[.eE]/.test(plain) ? Number(plain) : BigInt(plain.replace('+', ''));
}
