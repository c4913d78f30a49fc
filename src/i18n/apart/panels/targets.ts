import { targets as english } from '../../en/panels/targets.ts';
import type { ByLanguage } from '../../messages.ts';
import { targets as portuguese } from '../../pt-BR/panels/targets.ts';

/** Loaded with the panel kind. */
export const targetsPanelTexts: ByLanguage<typeof english> = { en: english, 'pt-BR': portuguese };
