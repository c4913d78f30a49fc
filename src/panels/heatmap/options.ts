import * as v from 'valibot';
import { optionsDecoder } from '../../model/options.ts';
import { fieldEntries, idSchema } from '../../model/schema.ts';

const quantile = v.union(
  [v.pipe(v.number(), v.minValue(0), v.maxValue(1)), idSchema],
  'a number from 0 to 1, or the id of a query, is needed',
);

/**
 * How often values fell into each bucket of a classic histogram over time. The query gives cumulative buckets, one series
 * a bound: `sum by (le) (rate(x_bucket[$__rate_interval]))`, or `increase`. `unit` is that of the bounds (of `le`), `min` and
 * `max` are limits of a proportional axis.
 */
const schema = v.strictObject({
  ...fieldEntries,
  /** Unit of what a cell holds: `short` for counts (`increase`), `reqps`, `ops` or another rate for `rate`. */
  cellUnit: v.optional(v.string(), 'short'),
  /** How the color follows from a cell: `sqrt` and `log` show rare values beside frequent ones. Zero is the lowest color in each. */
  colors: v.optional(v.picklist(['linear', 'sqrt', 'log']), 'sqrt'),
  /** `buckets`: each bucket is as high as the next; `linear` and `log`: as high as its bounds are apart. */
  axis: v.optional(v.picklist(['buckets', 'linear', 'log']), 'buckets'),
  /**
   * Lines over it: 0.95 is computed from the buckets as `histogram_quantile` does; an id takes the series of the query with
   * that id as they are, in `unit`. `[]` draws none.
   */
  quantiles: v.optional(v.array(quantile), [0.5, 0.95, 0.99]),
  /** The scale of the colors and the names of the lines below the drawing; small panels leave it out. */
  legend: v.optional(v.boolean(), true),
});

export type HeatmapOptions = v.InferOutput<typeof schema>;
export const decodeOptions = optionsDecoder(schema);
