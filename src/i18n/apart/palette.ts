import { palette as english } from '../en/shell/palette.ts';
import type { ByLanguage } from '../messages.ts';
import { palette as portuguese } from '../pt-BR/shell/palette.ts';

/** Loaded with the command palette. */
export const paletteTexts: ByLanguage<typeof english> = { en: english, 'pt-BR': portuguese };
