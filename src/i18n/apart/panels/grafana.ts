import { grafana as english } from '../../en/panels/grafana.ts';
import type { ByLanguage } from '../../messages.ts';
import { grafana as portuguese } from '../../pt-BR/panels/grafana.ts';

/** Loaded with the panel kind. */
export const grafanaPanelTexts: ByLanguage<typeof english> = { en: english, 'pt-BR': portuguese };
