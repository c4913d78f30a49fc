import { bar as english } from '../../en/panels/bar.ts';
import type { ByLanguage } from '../../messages.ts';
import { bar as portuguese } from '../../pt-BR/panels/bar.ts';

/** Loaded with the panel kind. */
export const barPanelTexts: ByLanguage<typeof english> = { en: english, 'pt-BR': portuguese };
