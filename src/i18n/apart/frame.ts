import { frame as english } from '../en/pages/frame.ts';
import type { ByLanguage } from '../messages.ts';
import { frame as portuguese } from '../pt-BR/pages/frame.ts';

/** Loaded with the pages about a server. */
export const frameTexts: ByLanguage<typeof english> = { en: english, 'pt-BR': portuguese };
