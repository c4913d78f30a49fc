import { parseDuration } from '../../../src/model/duration.ts';
import { PromqlError } from '../../promql/errors.ts';
import type { Matcher } from '../../promql/matchers.ts';
import { parse } from '../../promql/parse.ts';
import { ApiError, invalidParameter } from './errors.ts';

const number = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const rfc3339 = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)$/;
/** What a time of Go can hold, about, in seconds; times of the API beyond it have no meaning. */
const maxSeconds = 9_223_372_036;

/**
 * A time: unix seconds, which may have a fraction, or RFC 3339; as epoch ms. `fallback` where it is not given.
 * Throws ApiError where it is neither.
 */
export function readTime(parameters: URLSearchParams, name: string, fallback?: number): number {
  const text = parameters.get(name) ?? '';
  if (text === '' && fallback !== undefined) return fallback;
  const time = parseTime(text);
  if (time !== null) return time;
  const problem = `cannot parse ${JSON.stringify(text)} to a valid timestamp`;
  throw invalidParameter(name, fallback === undefined ? problem : `invalid time value for '${name}': ${problem}`);
}

function parseTime(text: string): number | null {
  if (number.test(text)) {
    const seconds = Number(text);
    return Math.abs(seconds) <= maxSeconds * 1000 ? Math.round(seconds * 1000) : null;
  }
  if (!rfc3339.test(text)) return null;
  const time = Date.parse(text.replace(/(\.\d{3})\d+/, '$1').toUpperCase());
  return Number.isNaN(time) ? null : time;
}

/** A length: seconds, which may have a fraction, or a duration such as `1h30m`; in ms. Throws ApiError. */
export function readDuration(parameters: URLSearchParams, name: string): number {
  const text = parameters.get(name) ?? '';
  if (number.test(text)) {
    const seconds = Number(text);
    if (Math.abs(seconds) <= maxSeconds) return seconds * 1000;
    throw invalidParameter(name, `cannot parse ${JSON.stringify(text)} to a valid duration. It overflows int64`);
  }
  const duration = parseDuration(text);
  if (duration === null) throw invalidParameter(name, `cannot parse ${JSON.stringify(text)} to a valid duration`);
  return duration;
}

/** `limit`; 0 is none. Throws ApiError. */
export function readLimit(parameters: URLSearchParams): number {
  const text = parameters.get('limit') ?? '';
  if (text === '') return 0;
  if (!/^[+-]?\d+$/.test(text)) {
    throw invalidParameter('limit', `strconv.Atoi: parsing ${JSON.stringify(text)}: invalid syntax`);
  }
  const limit = Number(text);
  if (limit < 0) throw invalidParameter('limit', 'limit must be non-negative');
  return limit;
}

/** A whole number, or `fallback` where it is not given. Throws ApiError. */
export function readCount(parameters: URLSearchParams, name: string, fallback: number): number {
  const text = parameters.get(name) ?? '';
  if (text === '') return fallback;
  if (!/^[+-]?\d+$/.test(text)) throw new ApiError('bad_data', `${name} must be a number`);
  return Number(text);
}

/** The matchers of every `match[]`. Throws ApiError where one is no selector or would match everything. */
export function readMatchers(parameters: URLSearchParams): readonly (readonly Matcher[])[] {
  return parameters.getAll('match[]').map(parseSelector);
}

const matchesEverything = 'vector selector must contain at least one non-empty matcher';

/** The matchers of a selector without range or modifiers. Throws ApiError. */
export function parseSelector(text: string): readonly Matcher[] {
  try {
    const expr = parse(text);
    if (expr.kind === 'selector' && !expr.offset && !expr.at) return expr.matchers;
  } catch (error) {
    if (!(error instanceof PromqlError)) throw error;
    if (!error.message.endsWith(matchesEverything)) throw new ApiError('bad_data', error.message);
    throw new ApiError('bad_data', 'match[] must contain at least one non-empty matcher');
  }
  throw new ApiError('bad_data', '1:1: parse error: a series selector was expected');
}
