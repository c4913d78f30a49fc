import * as v from 'valibot';
import { optionsDecoder } from '../../model/options.ts';
import { fieldEntries } from '../../model/schema.ts';
import { tones } from '../../model/thresholds.ts';

const draw = v.picklist(['line', 'area', 'bars', 'points']);
const scale = v.picklist(['linear', 'log']);
const statistic = v.picklist(['last', 'min', 'mean', 'max', 'sum']);

const regex = v.pipe(
  v.string(),
  v.nonEmpty(),
  v.check((text) => compiles(text), 'the id of a query, or a regular expression, is needed'),
);

/** What one query (by its id) or the series whose whole name matches a regular expression have of their own. The last match wins, key by key. */
const override = v.strictObject({
  match: regex,
  axis: v.optional(v.picklist(['left', 'right'])),
  unit: v.optional(v.string()),
  decimals: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(12))),
  /** Drawn downwards from zero, such as what is sent below what is received. Not on a log scale. */
  negativeY: v.optional(v.boolean()),
  /** `false`: stands on its own beside a stack, such as the limit of what is stacked. In a stack of percents 1 is all of it. */
  stack: v.optional(v.literal(false)),
  draw: v.optional(draw),
  dashed: v.optional(v.boolean()),
  /** No line: time is shaded where the series is there and not 0, such as where an alert fired. */
  band: v.optional(v.literal(true)),
  tone: v.optional(v.picklist(tones)),
});

const schema = v.strictObject({
  ...fieldEntries,
  draw: v.optional(draw, 'line'),
  stack: v.optional(v.picklist(['none', 'normal', 'percent']), 'none'),
  /** Hold each value until the next sample. */
  step: v.optional(v.boolean(), false),
  /**
   * CSS pixels; they grow with the type of a wall. One is what browsers stroke fast where no graphics processor helps:
   * 12 charts of 10 lines of 720 points take them 17 ms, and 262 ms with 1.5.
   */
  lineWidth: v.optional(v.pipe(v.number(), v.minValue(0.5), v.maxValue(10)), 1),
  /** Strength of the fill of areas, 0 to 1; without it faint, and stronger in a stack. */
  fill: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
  scale: v.optional(scale, 'linear'),
  /** The right axis, which the series with `axis: right` use; `unit` defaults to theirs. */
  right: v.optional(
    v.strictObject({
      unit: v.optional(v.string()),
      decimals: fieldEntries.decimals,
      min: fieldEntries.min,
      max: fieldEntries.max,
      scale: v.optional(scale, 'linear'),
    }),
    {},
  ),
  overrides: v.optional(v.array(override), []),
  thresholdStyle: v.optional(v.picklist(['none', 'line', 'band']), 'line'),
  /** `auto`: a table under a wide chart, a list under a smaller one, nothing under a small one or a single series. */
  legend: v.optional(v.picklist(['auto', 'none', 'list', 'table']), 'auto'),
  /** Without it last, min, mean, max in a table, and nothing in a list. */
  legendColumns: v.optional(v.array(statistic)),
});

export type TimeseriesOptions = v.InferOutput<typeof schema>;
export type SeriesOverride = TimeseriesOptions['overrides'][number];
export const decodeOptions = optionsDecoder(schema);

function compiles(text: string): boolean {
  try {
    return new RegExp(text) instanceof RegExp;
  } catch {
    return false;
  }
}
