import { status as english } from '../en/pages/status.ts';
import type { ByLanguage } from '../messages.ts';
import { status as portuguese } from '../pt-BR/pages/status.ts';

/** Loaded with the page of the server’s status. */
export const statusTexts: ByLanguage<typeof english> = { en: english, 'pt-BR': portuguese };
