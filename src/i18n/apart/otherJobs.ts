import { otherJobs as english } from '../en/pages/otherJobs.ts';
import type { ByLanguage } from '../messages.ts';
import { otherJobs as portuguese } from '../pt-BR/pages/otherJobs.ts';

/** Loaded with the links to boards that are made of metadata. */
export const otherJobsTexts: ByLanguage<typeof english> = { en: english, 'pt-BR': portuguese };
