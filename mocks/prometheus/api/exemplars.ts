import { PromqlError } from '../../promql/errors.ts';
import { parse } from '../../promql/parse.ts';
import { ApiError } from './errors.ts';
import { readTime } from './parameters.ts';
import { replyOf } from './reply.ts';
import type { Endpoint } from './server.ts';

/** `query_exemplars`: the request is checked, and there are none, since no simulated system writes any. */
export const exemplars: Endpoint = (parameters) => {
  const start = readTime(parameters, 'start', Number.NEGATIVE_INFINITY);
  const end = readTime(parameters, 'end', Number.POSITIVE_INFINITY);
  if (end < start) throw new ApiError('bad_data', 'end timestamp must not be before start timestamp');
  try {
    parse(parameters.get('query') ?? '');
  } catch (error) {
    throw error instanceof PromqlError ? new ApiError('bad_data', error.message) : error;
  }
  return replyOf([]);
};
