import { heatmap as english } from '../../en/panels/heatmap.ts';
import type { ByLanguage } from '../../messages.ts';
import { heatmap as portuguese } from '../../pt-BR/panels/heatmap.ts';

/** Loaded with the panel kind. */
export const heatmapPanelTexts: ByLanguage<typeof english> = { en: english, 'pt-BR': portuguese };
