import { join } from 'node:path';
import type { IncidentMode } from '../../mocks/fleet/incidents.ts';
import type { FleetTarget } from '../../mocks/fleet/types.ts';
import { ensurePrograms, installHint, type ProgramName } from '../ensure.ts';
import { startBaileys } from './baileys.ts';
import { startCollector } from './collector.ts';
import { startNodeExporter } from './node.ts';
import { startPostgres } from './postgres.ts';
import { startRedis } from './redis.ts';
import type { RealServer, RunningTarget } from './running.ts';
import { serveTarget } from './services.ts';

interface RealTarget {
  readonly programs: readonly ProgramName[];
  /** `simulated` is the target whose place it takes: a model for its load, or what it measures. */
  start(folder: string, simulated: FleetTarget, incidents: IncidentMode): Promise<RealServer>;
}

const realTargets = {
  node: { programs: ['node-exporter'], start: startNodeExporter },
  redis: { programs: ['redis-server', 'redis-exporter'], start: startRedis },
  postgres: { programs: ['postgres', 'initdb', 'postgres-exporter'], start: startPostgres },
  pushgateway: { programs: ['pushgateway'], start: startCollector },
  'zpro-baileys': { programs: [], start: startBaileys },
} as const satisfies Record<string, RealTarget>;

export type RealJob = keyof typeof realTargets;

export const realJobs: readonly RealJob[] = ['node', 'redis', 'postgres', 'pushgateway', 'zpro-baileys'];

/** A target of the fleet, played by the simulation or by a real server. */
export interface StartedTarget extends RunningTarget {
  readonly target: FleetTarget;
  /** Null: the simulation. */
  readonly real: RealServer | null;
}

function isRealJob(job: string): job is RealJob {
  return job in realTargets;
}

export interface TargetOptions {
  /** The jobs that real servers play where they can be had. */
  readonly real: readonly RealJob[];
  readonly incidents: IncidentMode;
  readonly folder: string;
  /** Gets a sentence when a real one was wanted and could not be had. */
  readonly notes: string[];
}

/** Starts the real server of a target, or says why it cannot. */
async function startReal(
  job: RealJob,
  target: FleetTarget,
  { folder, incidents }: TargetOptions,
): Promise<RealServer | string> {
  const { programs, start } = realTargets[job];
  const { missing } = await ensurePrograms(programs);
  if (missing.length > 0) return `${job} is simulated. To have the real one, ${installHint(missing)}.`;
  try {
    return await start(join(folder, job), target, incidents);
  } catch (error) {
    return `${job} is simulated, since the real one did not start: ${error instanceof Error ? error.message : error}`;
  }
}

/** Starts one target: the real server of its job, where it is wanted and can be had, else the simulated one. */
export async function startTarget(target: FleetTarget, options: TargetOptions): Promise<StartedTarget> {
  if (isRealJob(target.job) && options.real.includes(target.job)) {
    const started = await startReal(target.job, target, options);
    if (typeof started !== 'string') return { ...started, target, real: started };
    options.notes.push(started);
  }
  return { ...(await serveTarget(target)), target, real: null };
}
