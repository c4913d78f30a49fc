import { kiosk as english } from '../en/pages/kiosk.ts';
import type { ByLanguage } from '../messages.ts';
import { kiosk as portuguese } from '../pt-BR/pages/kiosk.ts';

/** Loaded with the wall. */
export const kioskTexts: ByLanguage<typeof english> = { en: english, 'pt-BR': portuguese };
