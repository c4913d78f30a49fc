import type { BinaryOperator } from './ast.ts';

/** What an arithmetic operator makes of two numbers. */
export const arithmetic: Readonly<Partial<Record<BinaryOperator, (a: number, b: number) => number>>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '%': (a, b) => a % b,
  // Go takes 1 to any power for 1, JavaScript not.
  '^': (a, b) => (a === 1 || (a === -1 && !Number.isFinite(b) && !Number.isNaN(b)) ? 1 : a ** b),
  atan2: Math.atan2,
};

/** Whether a comparison holds. */
const comparison: Readonly<Partial<Record<BinaryOperator, (a: number, b: number) => boolean>>> = {
  '==': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};

/** The value of `a operator b`, where a comparison that filters gives `kept` or, where it does not hold, nothing. */
export type Operation = (a: number, b: number, kept: number) => number | undefined;

export function operationOf(operator: BinaryOperator, bool: boolean): Operation {
  const compute = arithmetic[operator];
  if (compute) return (a, b) => compute(a, b);
  const holds = comparison[operator];
  if (bool) return (a, b) => Number(holds?.(a, b) ?? false);
  return (a, b, kept) => (holds?.(a, b) ? kept : undefined);
}
