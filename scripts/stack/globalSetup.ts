import { resolve } from 'node:path';
import type { TestProject } from 'vitest/node';
import { waitUntilBusy } from '../lab/busy.ts';
import { type LabTarget, startLab } from '../lab/lab.ts';

declare module 'vitest' {
  interface ProvidedContext {
    prometheusUrl: string;
    /** The configuration that the lab's Prometheus runs with. */
    configFile: string;
    /** What is scraped, and where it answers. */
    targets: readonly LabTarget[];
    /** Epoch ms: the past was written up to here. */
    startedAt: number;
  }
}

/** One lab for all tests: a short past, quiet systems, the machine's own node exporter, a Pushgateway, and RBaileys's exporter. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = resolve(import.meta.dirname, '../../.lab/stack');
  const startedAt = Date.now();
  const lab = await startLab({
    folder,
    historyHours: 1,
    incidents: 'none',
    real: ['node', 'pushgateway', 'zpro-baileys'],
  });
  try {
    await waitUntilBusy(lab);
  } catch (error) {
    await lab.stop();
    throw error;
  }
  project.provide('prometheusUrl', lab.prometheus.url);
  project.provide('configFile', lab.configFile);
  project.provide('targets', lab.targets);
  project.provide('startedAt', startedAt);
  return lab.stop;
}
