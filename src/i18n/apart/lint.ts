import { lint as english } from '../en/pages/lint.ts';
import type { ByLanguage } from '../messages.ts';
import { lint as portuguese } from '../pt-BR/pages/lint.ts';

/** Loaded with pages that judge expressions. */
export const lintTexts: ByLanguage<typeof english> = { en: english, 'pt-BR': portuguese };
