import * as v from 'valibot';
import { optionsDecoder } from '../../model/options.ts';
import { durationText, fieldEntries, idSchema } from '../../model/schema.ts';

const schema = v.strictObject({
  ...fieldEntries,
  /** What of a series is shown; other than `last` it is taken over the range. */
  reduce: v.optional(v.picklist(['last', 'min', 'max', 'mean', 'sum']), 'last'),
  /** What wears the color of a threshold or mapping. */
  color: v.optional(v.picklist(['value', 'background', 'none']), 'value'),
  sparkline: v.optional(v.boolean(), true),
  /** Say how the value has changed since this long ago. */
  compare: v.optional(durationText),
  compareAs: v.optional(v.picklist(['percent', 'difference']), 'percent'),
  /** Which way is good news; without it a change has no color. */
  better: v.optional(v.picklist(['higher', 'lower'])),
  /** Id of the query whose value follows as `of 148`. It is not shown by itself. */
  of: v.optional(idSchema),
});

export type StatOptions = v.InferOutput<typeof schema>;
export const decodeOptions = optionsDecoder(schema);
