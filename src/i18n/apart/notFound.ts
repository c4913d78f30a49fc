import { notFound as english } from '../en/pages/notFound.ts';
import type { ByLanguage } from '../messages.ts';
import { notFound as portuguese } from '../pt-BR/pages/notFound.ts';

/** Loaded with the page of unknown addresses. */
export const notFoundTexts: ByLanguage<typeof english> = { en: english, 'pt-BR': portuguese };
