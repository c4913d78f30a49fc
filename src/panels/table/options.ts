import * as v from 'valibot';
import { optionsDecoder } from '../../model/options.ts';
import { fieldEntries, localizedText } from '../../model/schema.ts';
import { reducers } from '../../model/statistics.ts';

/** A column says what it writes otherwise than the panel; what it leaves out it takes from there. */
const column = v.strictObject({
  /** A label, or the id of a query (`value` for a lone query without one). */
  name: v.pipe(v.string(), v.nonEmpty()),
  title: v.optional(localizedText),
  hidden: v.optional(v.boolean(), false),
  /** Without it figures stand right, texts left. */
  align: v.optional(v.picklist(['left', 'right'])),
  /** How thresholds show, and for `bar` where the value lies between `min` (or zero) and `max` (or the greatest). */
  show: v.optional(v.picklist(['text', 'color', 'bar'])),
  unit: v.optional(v.string()),
  decimals: fieldEntries.decimals,
  min: fieldEntries.min,
  max: fieldEntries.max,
  thresholds: v.optional(fieldEntries.thresholds.wrapped),
  mappings: v.optional(fieldEntries.mappings.wrapped),
});

const schema = v.strictObject({
  ...fieldEntries,
  /** The columns listed here come first, in this order; others follow. */
  columns: v.optional(v.array(column), []),
  /** What of a series its cell shows; other than `last` it is taken over the range. */
  reduce: v.optional(v.picklist(reducers), 'last'),
  /** Order until the viewer picks another: by this column, by default the first figure, greatest first. */
  sort: v.optional(
    v.strictObject({
      column: v.string(),
      direction: v.optional(v.picklist(['ascending', 'descending']), 'descending'),
    }),
  ),
  /** Show the first so many rows in that order, and say how many there are. */
  limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  /** Offer a filter over the rows; without it where there are more than a dozen. */
  filter: v.optional(v.boolean()),
});

export type TableOptions = v.InferOutput<typeof schema>;
export type ColumnOptions = TableOptions['columns'][number];
export const decodeOptions = optionsDecoder(schema);
