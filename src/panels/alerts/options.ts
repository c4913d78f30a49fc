import * as v from 'valibot';
import { isJudged, parseMatcher } from '../../model/matcher.ts';
import { optionsDecoder } from '../../model/options.ts';
import { fieldEntries } from '../../model/schema.ts';

const matcher = v.pipe(
  v.string(),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const parsed = parseMatcher(dataset.value);
    if (parsed === null) {
      addIssue({ message: 'a matcher such as severity="critical" or job=~"api|web" is needed' });
      return NEVER;
    }
    if (!isJudged(parsed)) {
      addIssue({ message: 'a simpler regular expression is needed: this panel has to judge it without a server' });
      return NEVER;
    }
    return parsed;
  }),
);

const schema = v.strictObject({
  ...fieldEntries,
  /** Only alerts whose labels fit all of these, written as in PromQL: `severity="critical"`. */
  matchers: v.optional(v.array(matcher), []),
  states: v.optional(v.array(v.picklist(['firing', 'pending'])), ['firing', 'pending']),
  sort: v.optional(v.picklist(['severity', 'newest', 'oldest', 'name']), 'severity'),
  /** Show at most so many, and say how many there are. */
  limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), 100),
});

export type AlertsOptions = v.InferOutput<typeof schema>;
export const decodeOptions = optionsDecoder(schema);
