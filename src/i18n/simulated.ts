import type { Language } from '../model/language.ts';
import { simulated as english, type SimulatedTexts } from './en/simulated.ts';
import { simulated as portuguese } from './pt-BR/simulated.ts';

/** Apart from the other texts, since they are loaded only where the data is simulated. */
export const simulatedTexts: Readonly<Record<Language, SimulatedTexts>> = { en: english, 'pt-BR': portuguese };
