import { RE2JS } from 're2js';
import type { Labels } from '../../src/model/labels.ts';
import { PromqlError, type PromqlErrorType } from './errors.ts';
import { labelValue } from './labels.ts';

export type MatchOperator = '=' | '!=' | '=~' | '!~';

/** One condition on a label; a label that a series does not have reads as the empty text. */
export interface Matcher {
  readonly name: string;
  readonly operator: MatchOperator;
  readonly value: string;
  matches(value: string): boolean;
}

/** A fully anchored RE2 expression, whose dot matches line ends too. Throws a PromqlError where it is not RE2. */
export function compileRegex(pattern: string, errorType: PromqlErrorType = 'bad_data'): RE2JS {
  try {
    return RE2JS.compile(`^(?s:${pattern})$`);
  } catch (error) {
    throw new PromqlError(errorType, error instanceof Error ? error.message : String(error));
  }
}

/** The matcher that an operator and its text stand for. Throws bad_data on a bad regular expression. */
export function makeMatcher(name: string, operator: MatchOperator, value: string): Matcher {
  const base = { name, operator, value };
  if (operator === '=') return { ...base, matches: (text) => text === value };
  if (operator === '!=') return { ...base, matches: (text) => text !== value };
  const regex = compileRegex(value);
  const wanted = operator === '=~';
  return { ...base, matches: (text) => regex.matches(text) === wanted };
}

/** Whether labels meet every matcher. */
export function matchesAll(matchers: readonly Matcher[], labels: Labels): boolean {
  return matchers.every((matcher) => matcher.matches(labelValue(labels, matcher.name)));
}
