import type { LocalizedText } from './language.ts';
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
