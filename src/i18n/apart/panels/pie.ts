import { pie as english } from '../../en/panels/pie.ts';
import type { ByLanguage } from '../../messages.ts';
import { pie as portuguese } from '../../pt-BR/panels/pie.ts';

/** Loaded with the panel kind. */
export const piePanelTexts: ByLanguage<typeof english> = { en: english, 'pt-BR': portuguese };
