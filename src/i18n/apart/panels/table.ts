import { table as english } from '../../en/panels/table.ts';
import type { ByLanguage } from '../../messages.ts';
import { table as portuguese } from '../../pt-BR/panels/table.ts';

/** Loaded with the panel kind. */
export const tablePanelTexts: ByLanguage<typeof english> = { en: english, 'pt-BR': portuguese };
