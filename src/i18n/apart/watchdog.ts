import { watchdog as english } from '../en/pages/watchdog.ts';
import type { ByLanguage } from '../messages.ts';
import { watchdog as portuguese } from '../pt-BR/pages/watchdog.ts';

/** Loaded with the pages that watch over the alert which must always fire. */
export const watchdogTexts: ByLanguage<typeof english> = { en: english, 'pt-BR': portuguese };
