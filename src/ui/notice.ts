import { createContext, type ReactNode } from 'react';

/**
 * What must be said wherever data stands, whichever page shows it; null when there is nothing to say. The head of a page,
 * the head of a wall and each panel in another site's frame have a place for it.
 */
export const NoticeContext = createContext<ReactNode>(null);
