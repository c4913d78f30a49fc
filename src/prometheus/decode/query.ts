import * as v from 'valibot';
import type { Frame } from '../../model/frame.ts';
import { DecodeError } from '../errors.ts';
import type { QueryResult, QueryStats } from '../types.ts';
import { decodeEnvelope, decodeWith, type Envelope } from './envelope.ts';
import { decodeRawMatrix, decodeScalar, decodeString, decodeVector } from './instantFrame.ts';
import { decodeMatrix, type Grid } from './rangeFrame.ts';
import { isList } from './samples.ts';

const dataSchema = v.object({ resultType: v.string(), result: v.unknown(), stats: v.optional(v.unknown()) });

/** How an answer may be less than what the server had: `maxSeries` cuts it here, `cut` when its bytes were cut before. */
export interface Guard {
  readonly maxSeries: number;
  readonly cut: boolean;
}

/** Decodes the answer to a range query on the grid that was asked for. Throws DecodeError. */
export function decodeRangeReply(reply: unknown, grid: Grid, guard: Guard): QueryResult {
  return decodeReply(reply, guard, (resultType, result) => {
    if (resultType === 'matrix') return decodeMatrix(result, grid, guard.maxSeries);
    throw new DecodeError('data.resultType', `matrix was expected, not ${resultType}`);
  });
}

/** Decodes the answer to an instant query at `time` (epoch ms; undefined is the server's now). Throws DecodeError. */
export function decodeInstantReply(reply: unknown, time: number | undefined, guard: Guard): QueryResult {
  return decodeReply(reply, guard, (resultType, result) => {
    switch (resultType) {
      case 'vector':
        return decodeVector(result, time, guard.maxSeries);
      case 'matrix':
        return decodeRawMatrix(result, guard.maxSeries);
      case 'scalar':
        return decodeScalar(result);
      case 'string':
        return decodeString(result);
      default:
        throw new DecodeError('data.resultType', `unknown: ${resultType}`);
    }
  });
}

function decodeReply(
  reply: unknown,
  guard: Guard,
  decodeResult: (resultType: string, result: unknown) => Frame,
): QueryResult {
  const envelope = decodeEnvelope(reply);
  const data = decodeWith(dataSchema, envelope.data, 'data');
  const frame = decodeResult(data.resultType, data.result);
  const { warnings, infos, isPartial } = envelope;
  const capped = cappedOf(data, frame.series.length, guard.cut);
  return { frame, warnings, infos, isPartial, capped, stats: statsOf(envelope, data.stats) };
}

/** Only lists of series are ever cut; the list that a scalar is has its time and its value. */
function cappedOf(
  { resultType, result }: v.InferOutput<typeof dataSchema>,
  shown: number,
  cut: boolean,
): QueryResult['capped'] {
  if (cut) return { shown, total: null };
  const isOfSeries = resultType === 'matrix' || resultType === 'vector';
  return isOfSeries && isList(result) && result.length > shown ? { shown, total: result.length } : null;
}

const count = v.nullish(v.number(), null);
const prometheusStats = v.object({
  timings: v.nullish(v.object({ evalTotalTime: count }), null),
  samples: v.nullish(v.object({ totalQueryableSamples: count, peakSamples: count }), null),
});
const victoriaMetricsStats = v.object({ executionTimeMsec: v.number() });

/** Stats are an extra: where they have another shape, they were not told. */
function statsOf(envelope: Envelope, inData: unknown): QueryStats | null {
  if (v.is(victoriaMetricsStats, envelope.stats)) {
    return { samples: null, peakSamples: null, evalTime: envelope.stats.executionTimeMsec };
  }
  const told = v.safeParse(prometheusStats, inData);
  if (!told.success) return null;
  const { timings, samples } = told.output;
  const seconds = timings?.evalTotalTime ?? null;
  return {
    samples: samples?.totalQueryableSamples ?? null,
    peakSamples: samples?.peakSamples ?? null,
    evalTime: seconds === null ? null : seconds * 1000,
  };
}
