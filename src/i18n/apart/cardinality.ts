import { cardinality as english } from '../en/board/cardinality.ts';
import type { ByLanguage } from '../messages.ts';
import { cardinality as portuguese } from '../pt-BR/board/cardinality.ts';

/** Loaded with the offer to ask for fewer series. */
export const cardinalityTexts: ByLanguage<typeof english> = { en: english, 'pt-BR': portuguese };
