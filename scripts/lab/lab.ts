import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { createFleet } from '../../mocks/fleet/fleet.ts';
import type { IncidentMode } from '../../mocks/fleet/incidents.ts';
import { ensurePrograms, installHint, type ProgramName } from '../ensure.ts';
import { anchoredHistory } from './anchor.ts';
import { deriveConfig } from './config.ts';
import { backfill, type HistorySource } from './history.ts';
import { type PrometheusServer, startPrometheus } from './prometheus.ts';
import { type Running, startTogether } from './running.ts';
import { readSamples } from './samples.ts';
import { type RealJob, type StartedTarget, startTarget } from './targets.ts';

/** The shipped configuration, which the lab runs. */
export const shippedConfig = resolve(import.meta.dirname, '../../deploy/prometheus/prometheus.yml');

/** The programs without which there is no lab. */
const labPrograms = ['prometheus', 'promtool'] as const satisfies readonly ProgramName[];

const hour = 3_600_000;
/** Milliseconds between two scrapes, as in the shipped configuration. */
const scrapeInterval = 15_000;
/** Milliseconds of past before what was asked for: so rates are whole from its first minute on. */
const lead = 10 * 60_000;
/** Milliseconds after which the load has moved the real servers' counters from zero. */
const warmUp = 3000;

export interface LabOptions {
  /** Folder for all that it writes; emptied first. */
  readonly folder: string;
  /** How much past the Prometheus starts with. */
  readonly historyHours: number;
  readonly incidents?: IncidentMode;
  /** Jobs that real servers and exporters shall play where they can be had; all of them if not said. */
  readonly real?: readonly RealJob[];
}

export interface Lab {
  readonly prometheus: PrometheusServer;
  /** The configuration that the lab's Prometheus runs with. */
  readonly configFile: string;
  /** `host:port` that is scraped, by job. */
  readonly addresses: ReadonlyMap<string, string>;
  /** Sentences on what is simulated though it was to be real, and why. */
  readonly notes: readonly string[];
  stop(): Promise<void>;
}

/** What is written as the past of a target: its own, or for a real one the simulated one bent to its present values. */
async function historyOf({ target, address, isReal }: StartedTarget, now: number): Promise<HistorySource> {
  const { job, instance, families } = target;
  if (!isReal) return { job, instance, isUpAt: target.isUpAt, series: families.flatMap(({ series }) => series) };
  const answer = await fetch(`http://${address}${target.metricsPath}`);
  const series = anchoredHistory(readSamples(await answer.text()), target, now);
  return { job, instance, series, isUpAt: () => true };
}

/**
 * Starts GT-Vision as far as Prometheus can see it, and a real Prometheus that watches it and has a past.
 * Rejects, with nothing left running, when a program is missing or does not start.
 */
export async function startLab(options: LabOptions): Promise<Lab> {
  const { missing } = await ensurePrograms(labPrograms);
  if (missing.length > 0) throw new Error(`The lab needs Prometheus: ${installHint(missing)}.`);
  rmSync(options.folder, { recursive: true, force: true });
  mkdirSync(options.folder, { recursive: true });
  return startTogether((running) => assemble(options, running));
}

/** Starts the parts in their order. */
async function assemble(
  { folder, historyHours, incidents = 'scripted', real = ['node', 'redis', 'postgres'] }: LabOptions,
  running: Running[],
): Promise<Omit<Lab, 'stop'>> {
  const notes: string[] = [];
  const targets: StartedTarget[] = [];
  for (const target of createFleet({ incidents })) {
    const started = await startTarget(target, real, folder, notes);
    running.push(started);
    targets.push(started);
  }

  const configFile = join(folder, 'prometheus.yml');
  const byName = new Map(targets.map(({ target, address }) => [target.instance, address]));
  writeFileSync(configFile, deriveConfig(readFileSync(shippedConfig, 'utf8'), shippedConfig, byName));

  if (targets.some(({ isReal }) => isReal)) await delay(warmUp);
  const now = Date.now();
  const past = await Promise.all(targets.map((target) => historyOf(target, now)));
  const storage = join(folder, 'storage');
  await backfill(folder, storage, past, { from: now - historyHours * hour - lead, to: now, step: scrapeInterval });

  const prometheus = await startPrometheus({ folder, storage, configFile });
  running.push(prometheus);
  const addresses = new Map(targets.map(({ target, address }) => [target.job, address]));
  return { prometheus, configFile, addresses, notes };
}
