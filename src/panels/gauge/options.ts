import * as v from 'valibot';
import { optionsDecoder } from '../../model/options.ts';
import { fieldEntries } from '../../model/schema.ts';
import { reducers } from '../../model/statistics.ts';

const schema = v.strictObject({
  ...fieldEntries,
  /** What of a series a dial shows; other than `last` it is taken over the range. */
  reduce: v.optional(v.picklist(reducers), 'last'),
  /** Draw at most so many dials, and say how many there are. */
  limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(48)), 24),
});

export type GaugeOptions = v.InferOutput<typeof schema>;
export const decodeOptions = optionsDecoder(schema);
