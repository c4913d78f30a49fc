import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { TestProject } from 'vitest/node';
import { createPrometheusClient, type PrometheusClient } from '../../src/prometheus/client.ts';
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

/** Milliseconds within which each target must have been scraped: two scrape intervals, and some for a busy machine. */
const patience = 45_000;

/** Waits until every target was scraped and some rule evaluated, so that no test sees a server that has just begun. */
async function waitUntilBusy(client: PrometheusClient, targetCount: number): Promise<void> {
  const deadline = Date.now() + patience;
  for (;;) {
    const [targets, groups] = await Promise.all([client.targets('active'), client.rules()]);
    const scraped = targets.data.active.filter(({ health }) => health !== 'unknown').length;
    const isEvaluated = groups.data.some(({ lastEvaluation }) => lastEvaluation !== null);
    if (scraped === targetCount && isEvaluated) return;
    if (Date.now() > deadline) throw new Error(`${scraped} of ${targetCount} targets were scraped in time`);
    await delay(500);
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
    await waitUntilBusy(createPrometheusClient({ baseUrl: lab.prometheus.url }), lab.targets.length);
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
