import { setTimeout as delay } from 'node:timers/promises';
import { createPrometheusClient } from '../../src/prometheus/client.ts';
import type { Lab } from './lab.ts';

/** Milliseconds within which each target must have been scraped: two scrape intervals, and some for a busy machine. */
const patience = 45_000;

/**
 * Waits until every target was scraped and some rule evaluated, so that no test sees a server that has just begun. Rejects when
 * that takes too long.
 */
export async function waitUntilBusy({
  prometheus,
  targets: wanted,
}: Pick<Lab, 'prometheus' | 'targets'>): Promise<void> {
  const client = createPrometheusClient({ baseUrl: prometheus.url });
  const deadline = Date.now() + patience;
  for (;;) {
    const [targets, groups] = await Promise.all([client.targets('active'), client.rules()]);
    const scraped = targets.data.active.filter(({ health }) => health !== 'unknown').length;
    const isEvaluated = groups.data.some(({ lastEvaluation }) => lastEvaluation !== null);
    if (scraped === wanted.length && isEvaluated) return;
    if (Date.now() > deadline) throw new Error(`${scraped} of ${wanted.length} targets were scraped in time`);
    await delay(500);
  }
}
