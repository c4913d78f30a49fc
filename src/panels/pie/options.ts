import * as v from 'valibot';
import { optionsDecoder } from '../../model/options.ts';
import { fieldEntries, localizedText } from '../../model/schema.ts';
import { reducers } from '../../model/statistics.ts';
import { tones } from '../../model/thresholds.ts';

const schema = v.strictObject({
  ...fieldEntries,
  shape: v.optional(v.picklist(['donut', 'pie']), 'donut'),
  /** What of a series its slice shows; other than `last` it is taken over the range. */
  reduce: v.optional(v.picklist(reducers), 'last'),
  /** A tone, or the number of a series color, by the id of a query or the name of a series: `{ online: ok, offline: critical }`. */
  colors: v.optional(
    v.record(v.string(), v.union([v.picklist(tones), v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(8))])),
    {},
  ),
  /** What the total counts, written under it: `cameras`. */
  totalLabel: v.optional(localizedText),
  /** Slices beyond so many are added up into one. */
  limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(32)), 8),
});

export type PieOptions = v.InferOutput<typeof schema>;
export const decodeOptions = optionsDecoder(schema);
