import { TemplateError } from './errors.ts';
import { type Environment, functions } from './functions.ts';
import type { BlockNode, Command, Operand, Pipeline, TemplateNode } from './nodes.ts';
import { show } from './printf.ts';
import { isList, isTrue, type TemplateValue, typeName } from './value.ts';

/** Whether templates have a function of a name. */
export const isFunction = (name: string): boolean => name === 'and' || name === 'or' || Object.hasOwn(functions, name);

/** What a template writes. Throws TemplateError. */
export function execute(nodes: readonly TemplateNode[], data: TemplateValue, environment: Environment): string {
  return new Execution(data, environment).write(nodes, data);
}

class Execution {
  private readonly environment: Environment;
  private readonly variables: { readonly name: string; value: TemplateValue }[];

  constructor(data: TemplateValue, environment: Environment) {
    this.environment = environment;
    this.variables = [{ name: '$', value: data }];
  }

  write(nodes: readonly TemplateNode[], dot: TemplateValue): string {
    return nodes.map((node) => this.node(node, dot)).join('');
  }

  private node(node: TemplateNode, dot: TemplateValue): string {
    if (node.kind === 'text') return node.text;
    const scope = this.variables.length;
    const value = this.pipeline(node.pipeline, dot);
    if (node.kind === 'output') {
      if (node.pipeline.names.length > 0) return '';
      return value === null ? '<no value>' : show(value);
    }
    let text: string;
    if (node.kind === 'range') text = this.range(node, value, dot);
    else if (!isTrue(value)) text = this.write(node.otherwise, dot);
    else text = this.write(node.body, node.kind === 'with' ? value : dot);
    this.variables.length = scope;
    return text;
  }

  private range({ pipeline, body, otherwise }: BlockNode, value: TemplateValue, dot: TemplateValue): string {
    const items = entriesOf(value);
    if (!items) throw new TemplateError(`range can't iterate over ${show(value)}`, pipeline.at, pipeline.source);
    if (items.length === 0) return this.write(otherwise, dot);
    const [first, second] = pipeline.names;
    return items
      .map(([key, item]) => {
        const scope = this.variables.length;
        if (first !== undefined) this.variables.push({ name: first, value: second === undefined ? item : key });
        if (second !== undefined) this.variables.push({ name: second, value: item });
        const text = this.write(body, item);
        this.variables.length = scope;
        return text;
      })
      .join('');
  }

  private pipeline({ names, declares, commands }: Pipeline, dot: TemplateValue): TemplateValue {
    let value: TemplateValue | undefined;
    for (const command of commands) value = this.command(command, dot, value);
    const result = value ?? null;
    for (const name of names) {
      const held = declares ? undefined : this.variables.findLast((variable) => variable.name === name);
      if (held) held.value = result;
      else this.variables.push({ name, value: result });
    }
    return result;
  }

  /** `last` is the value of the command before, undefined for the first. */
  private command(command: Command, dot: TemplateValue, last: TemplateValue | undefined): TemplateValue {
    const [head, ...rest] = command.operands;
    if (head.kind === 'function') return this.call(head, command, dot, last);
    if (rest.length > 0 || last !== undefined) {
      throw new TemplateError(`can't give argument to non-function ${head.source}`, head.at, head.source);
    }
    if (head.kind === 'literal' && head.value === null) throw new TemplateError('nil is not a command', head.at, 'nil');
    return this.operand(head, dot);
  }

  private call(
    { name, path, at }: Extract<Operand, { kind: 'function' }>,
    { operands, source }: Command,
    dot: TemplateValue,
    last: TemplateValue | undefined,
  ): TemplateValue {
    const given = operands.slice(1);
    if (name === 'and' || name === 'or') return this.decide(name === 'or', given, dot, last);
    const args = given.map((operand) => this.operand(operand, dot));
    if (last !== undefined) args.push(last);
    try {
      const value = functions[name]?.(args, this.environment) ?? null;
      return path.reduce(fieldOf, value);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new TemplateError(`error calling ${name}: ${reason}`, at, source);
    }
  }

  /** `and` and `or`: the first argument that settles it, else the last; those after it are not even read. */
  private decide(
    wanted: boolean,
    operands: readonly Operand[],
    dot: TemplateValue,
    last: TemplateValue | undefined,
  ): TemplateValue {
    let value: TemplateValue = null;
    for (const operand of operands) {
      value = this.operand(operand, dot);
      if (isTrue(value) === wanted) return value;
    }
    return last === undefined ? value : last;
  }

  private operand(operand: Operand, dot: TemplateValue): TemplateValue {
    const value = this.base(operand, dot);
    if (operand.kind === 'function') return value;
    try {
      return operand.path.reduce(fieldOf, value);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      throw new TemplateError(error.message, operand.at, operand.source);
    }
  }

  private base(operand: Operand, dot: TemplateValue): TemplateValue {
    switch (operand.kind) {
      case 'literal':
        return operand.value;
      case 'dot':
        return dot;
      case 'variable':
        return this.variables.findLast(({ name }) => name === operand.name)?.value ?? null;
      case 'pipeline':
        return this.pipeline(operand.pipeline, dot);
      case 'function':
        return this.call(operand, { ...operand, operands: [operand] }, dot, undefined);
    }
  }
}

/** A field of a struct, or what a map has under a name: empty text where it has nothing. */
function fieldOf(value: TemplateValue, name: string): TemplateValue {
  if (value === null) throw new Error(`nil data; no entry for key "${name}"`);
  if (typeof value === 'object' && !isList(value)) {
    if (value.kind === 'map') return Object.hasOwn(value.entries, name) ? (value.entries[name] ?? '') : '';
    const field = Object.hasOwn(value.fields, name) ? value.fields[name] : undefined;
    if (field !== undefined) return field;
  }
  throw new Error(`can't evaluate field ${name} in type ${typeName(value)}`);
}

/** What `range` walks over, with keys; null: nothing to walk over. */
function entriesOf(value: TemplateValue): (readonly [TemplateValue, TemplateValue])[] | null {
  if (value === null) return [];
  if (isList(value)) return value.map((item, i) => [BigInt(i), item]);
  if (typeof value !== 'object' || value.kind !== 'map') return null;
  const { entries } = value;
  return Object.keys(entries)
    .sort()
    .map((name) => [name, entries[name] ?? '']);
}
