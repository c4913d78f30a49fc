import { overview as english } from '../en/pages/overview.ts';
import type { ByLanguage } from '../messages.ts';
import { overview as portuguese } from '../pt-BR/pages/overview.ts';

/** Loaded with the overview. */
export const overviewTexts: ByLanguage<typeof english> = { en: english, 'pt-BR': portuguese };
