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

/** Longer regular expressions are refused, but for those that just list texts: RE2 would be long in reading them. */
const maxRegex = 4096;

/** A fully anchored RE2 expression, whose dot matches line ends too. Throws a PromqlError where it is not RE2. */
export function compileRegex(pattern: string, errorType: PromqlErrorType = 'bad_data'): RE2JS {
  if (pattern.length > maxRegex) {
    throw new PromqlError(errorType, `regular expression is longer than ${maxRegex} characters`);
  }
  try {
    return RE2JS.compile(`^(?s:${pattern})$`);
  } catch (error) {
    throw new PromqlError(errorType, error instanceof Error ? error.message : String(error));
  }
}

const listPattern = /^(?:[^\\.+*?()[\]{}^$]|\\[!-/:-@[-`{-~])*$/;

/** The texts that an expression such as `a|b\\.c` lists; null where it does more than that. */
function listedTexts(pattern: string): ReadonlySet<string> | null {
  if (!listPattern.test(pattern)) return null;
  const texts = [''];
  for (const [token] of pattern.matchAll(/\\?[\s\S]/gu)) {
    if (token === '|') texts.push('');
    else texts.push(`${texts.pop() ?? ''}${token.length > 1 && token.startsWith('\\') ? token.slice(1) : token}`);
  }
  return new Set(texts);
}

/** Whether a text matches an expression as a whole; each text is tried once. */
function testerOf(pattern: string): (text: string) => boolean {
  const texts = listedTexts(pattern);
  if (texts) return (text) => texts.has(text);
  const regex = compileRegex(pattern);
  const known = new Map<string, boolean>();
  return (text) => {
    const answer = known.get(text) ?? regex.matches(text);
    known.set(text, answer);
    return answer;
  };
}

/** The matcher that an operator and its text stand for. Throws bad_data on a bad regular expression. */
export function makeMatcher(name: string, operator: MatchOperator, value: string): Matcher {
  const base = { name, operator, value };
  if (operator === '=') return { ...base, matches: (text) => text === value };
  if (operator === '!=') return { ...base, matches: (text) => text !== value };
  const test = testerOf(value);
  const wanted = operator === '=~';
  return { ...base, matches: (text) => test(text) === wanted };
}

/** Whether labels meet every matcher. */
export function matchesAll(matchers: readonly Matcher[], labels: Labels): boolean {
  return matchers.every((matcher) => matcher.matches(labelValue(labels, matcher.name)));
}
