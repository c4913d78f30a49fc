import type { Labels } from './labels.ts';
import { compileRe2 } from './regex.ts';

export const matcherOperators = ['=', '!=', '=~', '!~'] as const;

/** A PromQL label matcher. A label that is not there counts as '', and regular expressions are anchored, as in PromQL. */
export interface Matcher {
  readonly label: string;
  readonly operator: (typeof matcherOperators)[number];
  /** As meant: quotes and escapes undone. */
  readonly value: string;
}

const shape = /^\s*([A-Za-z_]\w*)\s*(=~|!~|!=|=)\s*("(?:[^"\\]|\\.)*")\s*$/;

/** Reads one matcher, e.g. `job=~"api|web"`. Null when it is none, or its regular expression is none. */
export function parseMatcher(text: string): Matcher | null {
  const [, label, sign, quoted] = shape.exec(text) ?? [];
  const operator = matcherOperators.find((known) => known === sign);
  if (label === undefined || operator === undefined || quoted === undefined) return null;
  const matcher = { label, operator, value: unquote(quoted) };
  return isRegex(matcher) && compileRe2(matcher.value) === null ? null : matcher;
}

/** The matcher as PromQL writes it; `parseMatcher` reads it back. */
export function matcherText({ label, operator, value }: Matcher): string {
  const escaped = value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
  return `${label}${operator}"${escaped}"`;
}

/** Whether it can be told here what it fits: of RE2's expressions JavaScript knows most, servers know all. */
export function isJudged(matcher: Matcher): boolean {
  return !isRegex(matcher) || compileRe2(matcher.value) instanceof RegExp;
}

/** A test of label sets against all of these matchers; compiled once, for many. With one that is not `isJudged` it tells what may fit. */
export function fitting(matchers: readonly Matcher[]): (labels: Labels) => boolean {
  const tests = matchers.map(testOf);
  return (labels) => tests.every((fits) => fits(labels));
}

function testOf(matcher: Matcher): (labels: Labels) => boolean {
  const { label, operator, value } = matcher;
  if (!isRegex(matcher)) return (labels) => ((labels[label] ?? '') === value) === (operator === '=');
  const pattern = compileRe2(value);
  if (!(pattern instanceof RegExp)) return () => true;
  return (labels) => pattern.test(labels[label] ?? '') === (operator === '=~');
}

const isRegex = ({ operator }: Matcher) => operator === '=~' || operator === '!~';

/** The text inside PromQL double quotes, for the escapes that label values need. */
function unquote(quoted: string): string {
  return quoted.slice(1, -1).replace(/\\(.)/gs, (_, escaped: string) => (escaped === 'n' ? '\n' : escaped));
}
