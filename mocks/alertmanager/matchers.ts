import { type Matcher, type MatchOperator, makeMatcher } from '../promql/matchers.ts';

/** A request that fails as Alertmanager fails it: the message is the whole of its answer, as JSON text. */
export class RequestError extends Error {
  readonly status: 400 | 404 | 500;

  constructor(status: RequestError['status'], message: string) {
    super(message);
    this.name = 'RequestError';
    this.status = status;
  }
}

const shape = /^\s*([a-zA-Z_:][a-zA-Z0-9_:]*)\s*(=~|!~|!=|=)\s*(?:"((?:[^"\\]|\\.)*)"|([^"]*?))\s*$/s;
const operators: readonly MatchOperator[] = ['=', '!=', '=~', '!~'];

/** A matcher as it is written in a filter and in a configuration, with its quotes or without. Throws RequestError (400). */
export function readMatcher(text: string): Matcher {
  const [, name, sign, quoted, bare] = shape.exec(text) ?? [];
  const operator = operators.find((known) => known === sign);
  if (name === undefined || operator === undefined) throw new RequestError(400, `bad matcher format: ${text}`);
  const value = quoted?.replace(/\\(.)/gs, (_, escaped: string) => (escaped === 'n' ? '\n' : escaped)) ?? bare ?? '';
  return matcherOf(name, operator, value);
}

/** Throws RequestError (400) on a regular expression that is none. */
export function matcherOf(name: string, operator: MatchOperator, value: string): Matcher {
  try {
    return makeMatcher(name, operator, value);
  } catch (error) {
    throw new RequestError(400, error instanceof Error ? error.message : String(error));
  }
}
