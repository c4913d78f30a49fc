import { stateTimeline as english } from '../../en/panels/stateTimeline.ts';
import type { ByLanguage } from '../../messages.ts';
import { stateTimeline as portuguese } from '../../pt-BR/panels/stateTimeline.ts';

/** Loaded with the panel kind. */
export const stateTimelinePanelTexts: ByLanguage<typeof english> = { en: english, 'pt-BR': portuguese };
