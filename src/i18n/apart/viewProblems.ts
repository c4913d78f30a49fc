import { viewProblems as english } from '../en/pages/viewProblems.ts';
import type { ByLanguage } from '../messages.ts';
import { viewProblems as portuguese } from '../pt-BR/pages/viewProblems.ts';

/** Loaded when an address has something that cannot be followed. */
export const viewProblemsTexts: ByLanguage<typeof english> = { en: english, 'pt-BR': portuguese };
