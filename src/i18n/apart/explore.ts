import { explore as english } from '../en/pages/explore.ts';
import type { ByLanguage } from '../messages.ts';
import { explore as portuguese } from '../pt-BR/pages/explore.ts';

/** Loaded with the page that asks anything. */
export const exploreTexts: ByLanguage<typeof english> = { en: english, 'pt-BR': portuguese };
