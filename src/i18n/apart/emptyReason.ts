import { emptyReason as english } from '../en/board/emptyReason.ts';
import type { ByLanguage } from '../messages.ts';
import { emptyReason as portuguese } from '../pt-BR/board/emptyReason.ts';

/** Loaded with the reason of an empty panel. */
export const emptyReasonTexts: ByLanguage<typeof english> = { en: english, 'pt-BR': portuguese };
