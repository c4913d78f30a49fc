import { inspector as english } from '../en/board/inspector.ts';
import type { ByLanguage } from '../messages.ts';
import { inspector as portuguese } from '../pt-BR/board/inspector.ts';

/** Loaded with the inspector. */
export const inspectorTexts: ByLanguage<typeof english> = { en: english, 'pt-BR': portuguese };
