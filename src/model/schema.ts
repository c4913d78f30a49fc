import * as v from 'valibot';
import { parseDuration } from './duration.ts';
import type { LocalizedText } from './language.ts';
import { tones } from './thresholds.ts';

/** Lower-case ids: they stand in URLs, file names and element ids. */
export const idSchema = v.pipe(v.string(), v.regex(/^\w[\w-]*$/, 'letters, digits, - and _ only'));

/** `{en, pt-BR}`, or one string that counts for both. */
export const localizedText = v.union(
  [
    v.pipe(
      v.string(),
      v.transform((text): LocalizedText => ({ en: text, 'pt-BR': text })),
    ),
    v.pipe(
      v.strictObject({ en: v.string(), 'pt-BR': v.string() }),
      v.transform((text): LocalizedText => text),
    ),
  ],
  'a text, or {en, pt-BR}, is needed',
);

/** PromQL, variables and all; whether it parses is for the server to say. */
export const promqlText = v.pipe(v.string(), v.trim(), v.nonEmpty('an expression is needed'));

/** A Prometheus duration longer than zero, kept as its text. */
export const durationText = v.pipe(
  v.string(),
  v.check((text) => (parseDuration(text) ?? 0) > 0, 'a duration such as 30s, 5m or 1h is needed'),
);

const durationNeeded = 'a duration such as 30s or 2m is needed';

/** A Prometheus duration longer than zero, as milliseconds. */
export const durationSchema = v.pipe(
  v.string(),
  v.transform(parseDuration),
  v.number(durationNeeded),
  v.minValue(1, durationNeeded),
);

/** A link to a page about what is shown: a web address, or a path of Mirante itself. May hold `$variables`. */
export const linkSchema = v.strictObject({
  title: localizedText,
  url: v.pipe(
    v.string(),
    v.regex(/^(https?:\/\/|\/(?![/\\]))/i, 'an address that starts with http://, https:// or / is needed'),
  ),
});

const tone = v.picklist(tones);
const mappingTail = { text: localizedText, tone: v.optional(tone) };

const mapping = v.union([
  v.strictObject({ value: v.number(), ...mappingTail }),
  v.strictObject({ from: v.nullable(v.number()), to: v.nullable(v.number()), ...mappingTail }),
  v.strictObject({ special: v.picklist(['nan', 'absent']), ...mappingTail }),
]);

/** How values are written and judged; the same keys in every panel kind, and in a table's columns. */
export const fieldEntries = {
  /** A Grafana unit id; an unknown one is printed after the number. */
  unit: v.optional(v.string(), 'short'),
  decimals: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(12))),
  min: v.optional(v.number()),
  max: v.optional(v.number()),
  thresholds: v.optional(v.array(v.strictObject({ value: v.nullable(v.number()), tone })), []),
  mappings: v.optional(v.array(mapping), []),
} as const;

const fieldSchema = v.strictObject(fieldEntries);

/** The part of a panel's options that says how values are written and judged. */
export type FieldOptions = v.InferOutput<typeof fieldSchema>;
