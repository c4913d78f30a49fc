import { gauge as english } from '../../en/panels/gauge.ts';
import type { ByLanguage } from '../../messages.ts';
import { gauge as portuguese } from '../../pt-BR/panels/gauge.ts';

/** Loaded with the panel kind. */
export const gaugePanelTexts: ByLanguage<typeof english> = { en: english, 'pt-BR': portuguese };
