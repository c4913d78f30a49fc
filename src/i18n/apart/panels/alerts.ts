import { alerts as english } from '../../en/panels/alerts.ts';
import type { ByLanguage } from '../../messages.ts';
import { alerts as portuguese } from '../../pt-BR/panels/alerts.ts';

/** Loaded with the panel kind. */
export const alertsPanelTexts: ByLanguage<typeof english> = { en: english, 'pt-BR': portuguese };
