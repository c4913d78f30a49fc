import type { Step } from './steps.ts';
import { runVitest } from './vitest.ts';

export const testUnit: Step = { name: 'test:unit', run: () => runVitest([]) };
