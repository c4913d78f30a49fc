import * as v from 'valibot';
import type { Labels } from '../../model/labels.ts';
import type { ExemplarSeries, MetricMetadata, Reply } from '../types.ts';
import { decodeEnvelope, decodeWith } from './envelope.ts';
import { sampleValue } from './samples.ts';

/** Makes a decoder of whole replies out of a schema of their `data`. It throws DecodeError. */
export function replyDecoder<S extends v.GenericSchema>(schema: S): (reply: unknown) => Reply<v.InferOutput<S>> {
  return (reply) => {
    const { data, warnings, infos } = decodeEnvelope(reply);
    return { data: decodeWith(schema, data, 'data'), warnings, infos };
  };
}

/** A list; Go writes an empty one as null at times. */
export function listOf<S extends v.GenericSchema>(item: S) {
  return v.nullable(v.array(item), []);
}

/** A list that a server may leave out. */
export function optionalListOf<S extends v.GenericSchema>(item: S) {
  return v.nullish(v.array(item), []);
}

/** A text that a server may leave out. */
export const optionalText = v.nullish(v.string(), '');

export const labels = v.record(v.string(), v.string());

/** The text of a number (`1e+00`, `+Inf`, `NaN`) as a number. */
export const numberText = v.pipe(
  v.string(),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const value = sampleValue(dataset.value);
    if (value !== null) return value;
    addIssue({ message: 'the text of a number was expected' });
    return NEVER;
  }),
);

export const decodeSeries: (reply: unknown) => Reply<readonly Labels[]> = replyDecoder(listOf(labels));

/** Label names, or the values of one. */
export const decodeTexts: (reply: unknown) => Reply<readonly string[]> = replyDecoder(listOf(v.string()));

export const decodeMetadata: (reply: unknown) => Reply<Readonly<Record<string, readonly MetricMetadata[]>>> =
  replyDecoder(v.record(v.string(), v.array(v.object({ type: v.string(), help: optionalText, unit: optionalText }))));

const exemplar = v.pipe(
  v.object({ labels, value: numberText, timestamp: v.number() }),
  v.transform(({ timestamp, ...rest }) => ({ ...rest, time: Math.round(timestamp * 1000) })),
);

export const decodeExemplars: (reply: unknown) => Reply<readonly ExemplarSeries[]> = replyDecoder(
  listOf(v.object({ seriesLabels: labels, exemplars: listOf(exemplar) })),
);
