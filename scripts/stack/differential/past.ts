import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { FleetTarget } from '../../../mocks/fleet/types.ts';
import { backfill } from '../../lab/history.ts';
import { type PrometheusServer, startPrometheus } from '../../lab/prometheus.ts';

const minute = 60_000;

/** Milliseconds between two samples, as the shipped configuration scrapes. */
export const interval = 15_000;

/**
 * Milliseconds of every sample's time past a whole interval. No time, range or offset that is asked with lies as far past
 * a whole second (see versionDifferences.ts), so that no sample lies on the edge of a window.
 */
export const phase = 4250;

/** One cycle of the fleet's incidents, and some past before it; epoch ms. A day long gone, so that every run is the same. */
export const cycleStart = Date.UTC(2025, 0, 7, 12);
export const cycleEnd = cycleStart + 360 * minute;
/** Epoch ms of the first samples: generated expressions reach back less than that, some of the packs' a whole day. */
export const pastStart = cycleStart - 90 * minute + phase;

/** Starts a Prometheus that has the fleet's past and nothing else: it scrapes nothing and evaluates no rule. */
export async function startPast(targets: readonly FleetTarget[]): Promise<PrometheusServer> {
  const folder = resolve(import.meta.dirname, '../../../.lab/differential');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const storage = join(folder, 'storage');
  const sources = targets.map((target) => ({ ...target, series: target.families.flatMap(({ series }) => series) }));
  await backfill(folder, storage, sources, { from: pastStart, to: cycleEnd, step: interval });
  const configFile = join(folder, 'prometheus.yml');
  writeFileSync(configFile, 'global: {}\n');
  return startPrometheus({ folder, storage, configFile });
}
