import type { Messages } from '../messages.ts';
import { dashboard } from './pages/dashboard.ts';

export const pages: Messages['pages'] = { dashboard };
