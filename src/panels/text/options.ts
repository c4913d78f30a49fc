import * as v from 'valibot';
import { optionsDecoder } from '../../model/options.ts';
import { fieldEntries, localizedText } from '../../model/schema.ts';

const schema = v.strictObject({
  ...fieldEntries,
  /** Markdown; `$variables` in it are replaced, and their values always stay text. */
  text: localizedText,
});

export type TextOptions = v.InferOutput<typeof schema>;
export const decodeOptions = optionsDecoder(schema);
