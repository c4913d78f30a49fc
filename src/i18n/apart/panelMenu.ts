import { panelMenu as english } from '../en/board/panelMenu.ts';
import type { ByLanguage } from '../messages.ts';
import { panelMenu as portuguese } from '../pt-BR/board/panelMenu.ts';

/** Loaded with the menus of panels. */
export const panelMenuTexts: ByLanguage<typeof english> = { en: english, 'pt-BR': portuguese };
