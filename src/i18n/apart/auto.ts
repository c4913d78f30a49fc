import { auto as english } from '../en/pages/auto.ts';
import type { ByLanguage } from '../messages.ts';
import { auto as portuguese } from '../pt-BR/pages/auto.ts';

/** Loaded with the boards that are made of metadata, and with the links to them. */
export const autoTexts: ByLanguage<typeof english> = { en: english, 'pt-BR': portuguese };
