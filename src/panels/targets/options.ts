import * as v from 'valibot';
import { optionsDecoder } from '../../model/options.ts';
import { fieldEntries } from '../../model/schema.ts';

const schema = v.strictObject({
  ...fieldEntries,
  /** Only these jobs; a job that has no target is said to have none. Empty: every job. */
  jobs: v.optional(v.array(v.pipe(v.string(), v.nonEmpty())), []),
});

export type TargetsOptions = v.InferOutput<typeof schema>;
export const decodeOptions = optionsDecoder(schema);
