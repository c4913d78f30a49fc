import * as v from 'valibot';
import { optionsDecoder } from '../../model/options.ts';
import { fieldEntries } from '../../model/schema.ts';

/**
 * States over time, one row a series. What a state is called and its tone come from `mappings` (value or range to text and
 * tone), else from `thresholds` (each zone is a state), else each value is a state of its own. Absent samples are a gap,
 * which a mapping `special: absent` may name.
 */
const schema = v.strictObject({
  ...fieldEntries,
  /** `true`: equal states that follow each other are one block. `false`: one cell a step (status history). */
  merge: v.optional(v.boolean(), true),
  /** Order of the rows: by name, the worst present state first, or as the queries give them. */
  sort: v.optional(v.picklist(['name', 'worst', 'none']), 'name'),
  /** The states with their share of the time below the drawing; small panels leave it out. */
  legend: v.optional(v.boolean(), true),
});

export type StateTimelineOptions = v.InferOutput<typeof schema>;
export const decodeOptions = optionsDecoder(schema);
