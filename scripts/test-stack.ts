import { ensurePrograms, installHint, type ProgramName } from './ensure.ts';
import { notRun, type Step } from './steps.ts';
import { runVitest } from './vitest.ts';

const programs: readonly ProgramName[] = [
  'prometheus',
  'promtool',
  'alertmanager',
  'amtool',
  'pushgateway',
  'victoria-metrics',
  'node-exporter',
  // Systemd looks for the programs of the units that it checks.
  'redis-exporter',
  'postgres-exporter',
  'systemd-analyze',
];

/** The client, the packs and what is shipped for deployment, against the real servers and their tools. */
export const testStack: Step = {
  name: 'test:stack',
  run: async () => {
    const { missing } = await ensurePrograms(programs);
    if (missing.length > 0) return notRun(`test:stack: ${installHint(missing)}`);
    return runVitest(['--config', 'vitest.stack.config.ts']);
  },
};
