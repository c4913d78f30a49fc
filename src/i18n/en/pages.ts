import { dashboard } from './pages/dashboard.ts';

/** The pages, one group each. */
export const pages = { dashboard } as const;
