import type { Messages } from '../messages.ts';
import { dashboard } from './pages/dashboard.ts';
import { kiosk } from './pages/kiosk.ts';
import { notFound } from './pages/notFound.ts';
import { overview } from './pages/overview.ts';

export const pages: Messages['pages'] = { dashboard, kiosk, notFound, overview };
