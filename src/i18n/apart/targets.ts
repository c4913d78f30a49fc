import { targets as english } from '../en/pages/targets.ts';
import type { ByLanguage } from '../messages.ts';
import { targets as portuguese } from '../pt-BR/pages/targets.ts';

/** Loaded with the page of targets. */
export const targetsTexts: ByLanguage<typeof english> = { en: english, 'pt-BR': portuguese };
