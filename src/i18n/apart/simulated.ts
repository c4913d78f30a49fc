import { simulated as english } from '../en/simulated.ts';
import type { ByLanguage } from '../messages.ts';
import { simulated as portuguese } from '../pt-BR/simulated.ts';

/** Loaded only where the data is simulated. */
export const simulatedTexts: ByLanguage<typeof english> = { en: english, 'pt-BR': portuguese };
