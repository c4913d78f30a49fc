import type { Messages } from '../messages.ts';

export const panels: Messages['panels'] = {};
