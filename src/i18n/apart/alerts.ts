import { alerts as english } from '../en/pages/alerts.ts';
import type { ByLanguage } from '../messages.ts';
import { alerts as portuguese } from '../pt-BR/pages/alerts.ts';

/** Loaded with the page of alerts. */
export const alertsTexts: ByLanguage<typeof english> = { en: english, 'pt-BR': portuguese };
