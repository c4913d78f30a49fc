import * as v from 'valibot';
import type { Frame } from '../../model/frame.ts';
import { DecodeError } from '../errors.ts';
import type { QueryResult, QueryStats } from '../types.ts';
import { decodeEnvelope, decodeWith, type Envelope } from './envelope.ts';
import { decodeRawMatrix, decodeScalar, decodeString, decodeVector } from './instantFrame.ts';
import { decodeMatrix, type Grid } from './rangeFrame.ts';
import { isList } from './samples.ts';

const dataSchema = v.object({ resultType: v.string(), result: v.unknown(), stats: v.optional(v.unknown()) });

/** What a decoder has to know of a question; a plain value, so that it can be sent to another thread. */
export type Asked =
  | { readonly kind: 'range'; readonly grid: Grid }
  /** Epoch ms; undefined is the server's now. */
  | { readonly kind: 'instant'; readonly time: number | undefined };

/** Decodes the whole answer to a question, at most `maxSeries` series of it. Throws DecodeError. */
export function decodeQueryReply(reply: unknown, asked: Asked, maxSeries: number): QueryResult {
  return decodeReply(reply, false, (resultType, result) => decodeResult(resultType, result, asked, maxSeries));
}

/** Decodes `data.result`. Throws DecodeError. */
export function decodeResult(resultType: string, result: unknown, asked: Asked, maxSeries: number): Frame {
  if (asked.kind === 'range') {
    if (resultType === 'matrix') return decodeMatrix(result, asked.grid, maxSeries);
    throw new DecodeError('data.resultType', `matrix was expected, not ${resultType}`);
  }
  switch (resultType) {
    case 'vector':
      return decodeVector(result, asked.time, maxSeries);
    case 'matrix':
      return decodeRawMatrix(result, maxSeries);
    case 'scalar':
      return decodeScalar(result);
    case 'string':
      return decodeString(result);
    default:
      throw new DecodeError('data.resultType', `unknown: ${resultType}`);
  }
}

/** Decodes what stands around a result. `cut`: the list of series goes on beyond what is here. Throws DecodeError. */
export function decodeReply(
  reply: unknown,
  cut: boolean,
  decode: (resultType: string, result: unknown) => Frame,
): QueryResult {
  const envelope = decodeEnvelope(reply);
  const data = decodeWith(dataSchema, envelope.data, 'data');
  const frame = decode(data.resultType, data.result);
  const { warnings, infos, isPartial } = envelope;
  const capped = cappedOf(data, frame.series.length, cut);
  return { frame, warnings, infos, isPartial, capped, stats: statsOf(envelope, data.stats) };
}

/** Only lists of series are ever cut; the list that a scalar is has its time and its value. */
function cappedOf(
  { resultType, result }: v.InferOutput<typeof dataSchema>,
  shown: number,
  cut: boolean,
): QueryResult['capped'] {
  const isOfSeries = resultType === 'matrix' || resultType === 'vector';
  const count = isOfSeries && isList(result) ? result.length : shown;
  if (cut) return { shown, total: null, atLeast: count };
  return count > shown ? { shown, total: count } : null;
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
