import { useMessages } from '../../data/services/messages.tsx';
import { exploreTexts } from '../../i18n/apart/explore.ts';

export type ExploreTexts = (typeof exploreTexts)['en'];

/** The page's own texts in the viewer's language. */
export function useTexts(): ExploreTexts {
  return exploreTexts[useMessages().language];
}
