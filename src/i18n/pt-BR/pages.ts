import type { Messages } from '../messages.ts';

export const pages: Messages['pages'] = {};
