import { discovery as english } from '../en/pages/discovery.ts';
import type { ByLanguage } from '../messages.ts';
import { discovery as portuguese } from '../pt-BR/pages/discovery.ts';

/** Loaded with the page of the service discovery. */
export const discoveryTexts: ByLanguage<typeof english> = { en: english, 'pt-BR': portuguese };
