import * as v from 'valibot';
import { optionsDecoder } from '../../model/options.ts';
import { fieldEntries } from '../../model/schema.ts';
import { reducers } from '../../model/statistics.ts';

const schema = v.strictObject({
  ...fieldEntries,
  /** Horizontal bars have room for long names. */
  orientation: v.optional(v.picklist(['horizontal', 'vertical']), 'horizontal'),
  /** What of a series its bar shows; other than `last` it is taken over the range. */
  reduce: v.optional(v.picklist(reducers), 'last'),
  /** The label whose values are the categories: each query then draws one bar in each. Without it each series is a bar. */
  category: v.optional(v.pipe(v.string(), v.nonEmpty())),
  /** By value the greatest come first; `none` keeps the order of the queries. */
  sort: v.optional(v.picklist(['value', 'name', 'none']), 'value'),
  /** Draw the first so many categories, and say how many there are. */
  top: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)), 12),
});

export type BarOptions = v.InferOutput<typeof schema>;
export const decodeOptions = optionsDecoder(schema);
