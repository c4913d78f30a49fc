import * as v from 'valibot';
import { DecodeError } from '../errors.ts';

/** A reply's outside: the same for every endpoint. */
export interface Envelope {
  readonly data: unknown;
  readonly warnings: readonly string[];
  readonly infos: readonly string[];
  /** VictoriaMetrics says it where some storage node did not answer. */
  readonly isPartial: boolean;
  /** VictoriaMetrics tells stats here, Prometheus inside `data`. */
  readonly stats?: unknown;
}

const texts = v.nullish(v.array(v.string()), []);

const schema = v.object({
  status: v.literal('success'),
  data: v.unknown(),
  warnings: texts,
  infos: texts,
  isPartial: v.nullish(v.boolean(), false),
  stats: v.optional(v.unknown()),
});

/** Opens `{status: "success", data, warnings?, infos?}`. Throws DecodeError. */
export function decodeEnvelope(reply: unknown): Envelope {
  return decodeWith(schema, reply, '');
}

/** Decodes by a schema; a DecodeError's path is `at` and the place below it. */
export function decodeWith<S extends v.GenericSchema>(schema: S, value: unknown, at: string): v.InferOutput<S> {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const [issue] = result.issues;
  const path = [at, v.getDotPath(issue) ?? ''].filter((part) => part !== '').join('.');
  throw new DecodeError(path, issue.message);
}
