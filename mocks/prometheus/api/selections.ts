import type { Labels } from '../../../src/model/labels.ts';
import { labelValue } from '../../promql/labels.ts';
import type { Matcher } from '../../promql/matchers.ts';
import { ApiError, invalidParameter } from './errors.ts';
import { sortedLabels } from './format.ts';
import { readLimit, readMatchers, readTime } from './parameters.ts';
import { limited, type Reply } from './reply.ts';
import type { Endpoint, Server } from './server.ts';

/**
 * How far back from its end a listing looks at most, in ms. A real server looks through all it has stored; the fleet's past
 * has no end, and what there is in it comes again every six hours.
 */
const listedRange = 6 * 3_600_000;

/** `series`: the label sets that a selector finds. */
export const series: Endpoint = (parameters, server) => {
  if (!parameters.has('match[]')) throw new ApiError('bad_data', 'no match[] parameter provided');
  const limit = readLimit(parameters);
  const found = labelSets(parameters, server, () => {
    try {
      return readMatchers(parameters);
    } catch (error) {
      throw error instanceof ApiError ? invalidParameter('match[]', error.message) : error;
    }
  });
  return limited(found.map(sortedLabels), limit);
};

/** `labels`: the names of labels. */
export const labels: Endpoint = (parameters, server) => {
  const limit = readLimit(parameters);
  const found = labelSets(parameters, server, () => readMatchers(parameters));
  return sortedTexts(found.flatMap(Object.keys), limit);
};

/** `label/<name>/values`: the values of a label; the name may be escaped. Throws ApiError where it is none. */
export function labelValues(escaped: string): Endpoint {
  return (parameters, server) => {
    const name = unescapeName(decoded(escaped));
    const limit = readLimit(parameters);
    const found = labelSets(parameters, server, () => readMatchers(parameters));
    const values = found.map((labelSet) => labelValue(labelSet, name)).filter((value) => value !== '');
    return sortedTexts(values, limit);
  };
}

function sortedTexts(texts: readonly string[], limit: number): Reply {
  return limited([...new Set(texts)].sort(), limit);
}

/** The label sets of `match[]` between `start` and `end`. */
function labelSets(
  parameters: URLSearchParams,
  { store, now }: Server,
  matchers: () => readonly (readonly Matcher[])[],
): readonly Labels[] {
  const start = readTime(parameters, 'start', Number.NEGATIVE_INFINITY);
  const end = Math.min(readTime(parameters, 'end', now()), now());
  return store.labelSets(matchers(), Math.max(start, end - listedRange), end);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new ApiError('bad_data', `invalid label name: ${JSON.stringify(text)}`);
  }
}

/**
 * A name out of the form that Prometheus gives to names which are no identifiers (`U__a_2e_b` is `a.b`): two underscores
 * are one, a code point in hexadecimal stands between two. A name that is not quite of that form is taken as it is.
 */
export function unescapeName(name: string): string {
  const body = /^U__((?:[^_]|__|_[0-9a-fA-F]{1,6}_)*)$/.exec(name)?.[1];
  if (body === undefined) return name;
  const points = body.matchAll(/_([0-9a-fA-F]{1,6})_/g);
  if (Array.from(points, ([, hex = '']) => Number.parseInt(hex, 16)).some((point) => point > 0x10ffff)) return name;
  return body.replace(/_([0-9a-fA-F]{1,6})?_/g, (_, hex?: string) =>
    hex === undefined ? '_' : String.fromCodePoint(Number.parseInt(hex, 16)),
  );
}
