import { dashboard } from './pages/dashboard.ts';
import { kiosk } from './pages/kiosk.ts';
import { notFound } from './pages/notFound.ts';
import { overview } from './pages/overview.ts';

/** The pages, one group each. */
export const pages = { dashboard, kiosk, notFound, overview } as const;
