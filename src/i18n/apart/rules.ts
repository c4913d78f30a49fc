import { rules as english } from '../en/pages/rules.ts';
import type { ByLanguage } from '../messages.ts';
import { rules as portuguese } from '../pt-BR/pages/rules.ts';

/** Loaded with the page of rules. */
export const rulesTexts: ByLanguage<typeof english> = { en: english, 'pt-BR': portuguese };
