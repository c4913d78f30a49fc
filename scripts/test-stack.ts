import { ensurePrograms, installHint } from './ensure.ts';
import type { Step } from './steps.ts';
import { runVitest } from './vitest.ts';

/** The client and the packs' expressions against the real servers. */
export const testStack: Step = {
  name: 'test:stack',
  run: async () => {
    const { missing } = await ensurePrograms(['prometheus', 'promtool', 'node-exporter']);
    if (missing.length > 0) return { passed: 0, failed: 0, skipped: [`test:stack: ${installHint(missing)}`] };
    return runVitest(['--config', 'vitest.stack.config.ts']);
  },
};
