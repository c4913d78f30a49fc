import { collectorApiTargets } from './collector-api/targets.ts';
import { gtVisionTargets } from './gt-vision/targets.ts';
import type { IncidentMode } from './incidents.ts';
import { mordomoTargets } from './mordomo/targets.ts';
import { rbaileysTargets } from './rbaileys/targets.ts';
import { tsijukeboxTargets } from './tsijukebox/targets.ts';
import type { FleetTarget } from './types.ts';

type CreateTargets = (seed: string, mode: IncidentMode) => FleetTarget[];

/** The simulated systems, each by the id of its pack. */
const systems = {
  'gt-vision': gtVisionTargets,
  tsijukebox: tsijukeboxTargets,
  mordomo: mordomoTargets,
  'collector-api': collectorApiTargets,
  rbaileys: rbaileysTargets,
} as const satisfies Record<string, CreateTargets>;

export type SystemId = keyof typeof systems;

/** All systems that there are, in the order of their targets. */
const systemIds: readonly SystemId[] = ['gt-vision', 'tsijukebox', 'mordomo', 'collector-api', 'rbaileys'];

export interface FleetOptions {
  /** Another seed gives other systems of the same kinds. */
  readonly seed?: string;
  readonly incidents?: IncidentMode;
  /** All of them if not said. */
  readonly only?: readonly SystemId[];
}

/** The simulated systems: all that their Prometheus scrapes, system after system. */
export function createFleet({ seed = '', incidents = 'scripted', only = systemIds }: FleetOptions = {}): FleetTarget[] {
  return only.flatMap((id) => systems[id](`${id}${seed}`, incidents));
}
