import type { QueryRange } from '../../promql/ast.ts';
import { PromqlError } from '../../promql/errors.ts';
import { evaluateInstant, evaluateRange, type QueryResult } from '../../promql/evaluate.ts';
import { encodeMatrix, encodeResult } from './encode.ts';
import { ApiError, invalidParameter } from './errors.ts';
import { type GuardedSource, guarded, queryTimeout } from './guard.ts';
import { readDuration, readLimit, readTime } from './parameters.ts';
import { type Reply, truncatedWarning } from './reply.ts';
import type { Endpoint, Server } from './server.ts';

const maxPoints = 11_000;
/** How far a selector looks back, in ms. */
const lookback = 300_000;

/** `query`: the value of an expression at a time. */
export const query: Endpoint = (parameters, server) => {
  const limit = readLimit(parameters);
  const time = readTime(parameters, 'time', server.now());
  const source = sourceFor(parameters, server);
  const result = evaluated(() => evaluateInstant(parameters.get('query') ?? '', time, source));
  return replyTo(result, limit, (shown) => encodeResult(shown, time) + statsText(parameters, source));
};

/** `query_range`: the values of an expression from a time to another. */
export const queryRange: Endpoint = (parameters, server) => {
  const limit = readLimit(parameters);
  const range = readRange(parameters);
  const source = sourceFor(parameters, server);
  const result = evaluated(() => evaluateRange(parameters.get('query') ?? '', range, source));
  const { start, end, step } = range;
  const grid = { start, step, count: Math.floor((end - start) / step) + 1 };
  const encode = (shown: QueryResult) =>
    shown.type === 'matrix' ? encodeMatrix(shown.series, grid) : encodeResult(shown, end);
  return replyTo(result, limit, (shown) => encode(shown) + statsText(parameters, source));
};

function readRange(parameters: URLSearchParams): QueryRange {
  const start = readTime(parameters, 'start');
  const end = readTime(parameters, 'end');
  if (end < start) throw invalidParameter('end', 'end timestamp must not be before start time');
  const step = readDuration(parameters, 'step');
  if (!(step > 0)) {
    const problem = 'zero or negative query resolution step widths are not accepted. Try a positive integer';
    throw invalidParameter('step', problem);
  }
  if (Math.trunc((end - start) / step) > maxPoints) {
    const problem = 'exceeded maximum resolution of 11,000 points per timeseries.';
    throw new ApiError('bad_data', `${problem} Try decreasing the query resolution (?step=XX)`);
  }
  return { start, end, step: Math.max(1, Math.trunc(step)) };
}

/** The store within what `timeout` and the server's own limits allow. */
function sourceFor(parameters: URLSearchParams, server: Server): GuardedSource {
  const timeout = parameters.get('timeout') ? readDuration(parameters, 'timeout') : queryTimeout;
  if (parameters.get('lookback_delta') && readDuration(parameters, 'lookback_delta') !== lookback) {
    throw invalidParameter('lookback_delta', 'the embedded Prometheus always looks back 5m');
  }
  return guarded(server.store, Math.min(timeout, queryTimeout), server.schedule.interval);
}

/** `stats` of a reply's data where they are asked for: all of the time is evaluation, and all that was read was held. */
function statsText(parameters: URLSearchParams, source: GuardedSource): string {
  if (!parameters.get('stats')) return '';
  const seconds = source.elapsed() / 1000;
  const none = { resultSortTime: 0, queryPreparationTime: 0, execQueueTime: 0 };
  const timings = { evalTotalTime: seconds, innerEvalTime: seconds, execTotalTime: seconds, ...none };
  const samples = { totalQueryableSamples: source.samplesRead(), peakSamples: source.samplesRead() };
  return `,"stats":${JSON.stringify({ timings, samples })}`;
}

/** Runs an evaluation; what is wrong with the expression itself is wrong with the parameter. */
function evaluated(evaluate: () => QueryResult): QueryResult {
  try {
    return evaluate();
  } catch (error) {
    if (error instanceof PromqlError && error.errorType === 'bad_data') throw invalidParameter('query', error.message);
    throw error;
  }
}

function replyTo(result: QueryResult, limit: number, encode: (shown: QueryResult) => string): Reply {
  const isCut = limit > 0 && 'series' in result && result.series.length > limit;
  const shown = isCut ? { ...result, series: result.series.slice(0, limit) } : result;
  const warnings = isCut ? [...result.warnings, truncatedWarning] : result.warnings;
  return { data: `${encode(shown)}}`, warnings, infos: result.infos };
}
