import * as v from 'valibot';

/** A panel's options are not what its kind takes. `path` is inside `options`, e.g. `columns.0.unit`. */
export class OptionsError extends Error {
  readonly path: string;
  constructor(path: string, message: string) {
    super(path === '' ? message : `${path}: ${message}`);
    this.name = 'OptionsError';
    this.path = path;
  }
}

/** Decodes the options of a panel kind. Throws `OptionsError`. */
export interface OptionsDecoder<T> {
  (raw: unknown): T;
  /** What it decodes by, for who describes it to others. */
  readonly schema: v.GenericSchema;
}

/** Makes the decoder of a panel kind from its schema. */
export function optionsDecoder<S extends v.GenericSchema>(schema: S): OptionsDecoder<v.InferOutput<S>> {
  const decode = (raw: unknown) => {
    const result = v.safeParse(schema, raw);
    if (result.success) return result.output;
    const [issue] = result.issues;
    throw new OptionsError(v.getDotPath(issue) ?? '', issue.message);
  };
  return Object.assign(decode, { schema });
}
