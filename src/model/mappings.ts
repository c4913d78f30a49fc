import type { Language, LocalizedText } from './language.ts';
import type { Tone } from './thresholds.ts';

/** Shows `text` (and `tone`) in place of a value: one value, a closed range, or the special values. First match wins. */
export type ValueMapping =
  | { readonly value: number; readonly text: LocalizedText; readonly tone?: Tone | undefined }
  | {
      readonly from: number | null;
      readonly to: number | null;
      readonly text: LocalizedText;
      readonly tone?: Tone | undefined;
    }
  | { readonly special: 'nan' | 'absent'; readonly text: LocalizedText; readonly tone?: Tone | undefined };

/**
 * What the first mapping that matches shows in place of a value, or of an absent one; null when none matches. `tone` is
 * null when the mapping leaves it to the thresholds. NaN matches only `special: nan`, absence only `special: absent`.
 */
export function applyMappings(
  value: number | 'absent',
  mappings: readonly ValueMapping[],
  language: Language,
): { text: string; tone: Tone | null } | null {
  const match = mappings.find((mapping) => matches(value, mapping));
  return match ? { text: match.text[language], tone: match.tone ?? null } : null;
}

function matches(value: number | 'absent', mapping: ValueMapping): boolean {
  if ('special' in mapping)
    return value === 'absent' ? mapping.special === 'absent' : mapping.special === 'nan' && Number.isNaN(value);
  if (value === 'absent') return false;
  if ('value' in mapping) return value === mapping.value;
  return value >= (mapping.from ?? Number.NEGATIVE_INFINITY) && value <= (mapping.to ?? Number.POSITIVE_INFINITY);
}
