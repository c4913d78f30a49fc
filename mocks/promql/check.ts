import type { Aggregate, Binary, Call, Expr, ValueType } from './ast.ts';
import { PromqlError } from './errors.ts';
import { signatures } from './functions/signatures.ts';

const typeNames: Readonly<Record<ValueType, string>> = {
  scalar: 'scalar',
  vector: 'instant vector',
  matrix: 'range vector',
  string: 'string',
};

const comparisons: ReadonlySet<string> = new Set(['==', '!=', '<', '<=', '>', '>=']);
/** Functions behind flags of Prometheus 3 whose answers hang on more than the samples: resources, start timestamps. */
const notEnabled: ReadonlySet<string> = new Set(['info', 'start_timestamp']);
export const setOperators: ReadonlySet<string> = new Set(['and', 'or', 'unless']);

const fail = (message: string): never => {
  throw new PromqlError('bad_data', `parse error: ${message}`);
};

function expect(expr: Expr, wanted: ValueType, context: string): void {
  const found = checkTypes(expr);
  if (found !== wanted) fail(`expected type ${typeNames[wanted]} in ${context}, got ${typeNames[found]}`);
}

/** The type of an expression. Throws bad_data where a part of it has not the type its place asks for. */
export function checkTypes(expr: Expr): ValueType {
  switch (expr.kind) {
    case 'number':
      return 'scalar';
    case 'string':
      return 'string';
    case 'selector':
      return 'vector';
    case 'matrix':
      return 'matrix';
    case 'parentheses':
      return checkTypes(expr.expr);
    case 'negation':
      return checkNegation(expr.expr);
    case 'subquery':
      expectVector(expr.expr);
      return 'matrix';
    case 'binary':
      return checkBinary(expr);
    case 'aggregate':
      return checkAggregate(expr);
    case 'call':
      return checkCall(expr);
  }
}

function expectVector(expr: Expr): void {
  const type = checkTypes(expr);
  if (type !== 'vector') fail(`subquery is only allowed on instant vector, got ${type} instead`);
}

function checkNegation(expr: Expr): ValueType {
  const type = checkTypes(expr);
  if (type === 'scalar' || type === 'vector') return type;
  return fail(
    `unary expression only allowed on expressions of type scalar or instant vector, got "${typeNames[type]}"`,
  );
}

function checkBinary({ operator, left, right, bool, matching }: Binary): ValueType {
  const types = [checkTypes(left), checkTypes(right)];
  const vectors = types.every((type) => type === 'vector');
  if (types.some((type) => type !== 'scalar' && type !== 'vector')) {
    fail('binary expression must contain only scalar and instant vector types');
  }
  if (bool && !comparisons.has(operator)) fail('bool modifier can only be used on comparison operators');
  const scalars = types.every((type) => type === 'scalar');
  if (scalars && comparisons.has(operator) && !bool) fail('comparisons between scalars must use BOOL modifier');
  const set = setOperators.has(operator);
  if (set && !vectors) fail(`set operator "${operator}" not allowed in binary scalar expression`);
  if (set && matching.group) fail(`no grouping allowed for "${operator}" operation`);
  if (!vectors && (matching.on || matching.labels.length > 0))
    fail('vector matching only allowed between instant vectors');
  const both = matching.on ? matching.include.find((name) => matching.labels.includes(name)) : undefined;
  if (both !== undefined) fail(`label "${both}" must not occur in ON and GROUP clause at once`);
  return scalars ? 'scalar' : 'vector';
}

function checkAggregate({ operator, parameter, expr }: Aggregate): ValueType {
  expect(expr, 'vector', 'aggregation expression');
  if (parameter) expect(parameter, operator === 'count_values' ? 'string' : 'scalar', 'aggregation parameter');
  return 'vector';
}

function checkCall({ name, args }: Call): ValueType {
  if (notEnabled.has(name)) fail(`function "${name}" is not enabled`);
  const signature = signatures.get(name);
  if (!signature) return fail(`unknown function with name "${name}"`);
  const { types, least, most, returns } = signature;
  if (args.length < least) fail(`expected at least ${least} argument(s) in call to "${name}", got ${args.length}`);
  if (args.length > most) fail(`expected at most ${most} argument(s) in call to "${name}", got ${args.length}`);
  for (const [i, argument] of args.entries()) {
    const wanted = types[Math.min(i, types.length - 1)];
    if (wanted) expect(argument, wanted, `call to function "${name}"`);
  }
  return returns;
}
