import { createFamilies, type Families } from '../families.ts';
import type { Incidents } from '../incidents.ts';
import { hash01, seedOf } from '../noise.ts';
import { type Lifetime, restartedEvery } from '../windows.ts';

/** What the targets of one simulated system share. */
export interface Context {
  /** Another seed gives another system of the same kind. */
  readonly seed: string;
  readonly incidents: Incidents;
}

export const minute = 60_000;
export const hour = 60 * minute;
export const gibibyte = 2 ** 30;

/** A process restarted every `hours`, at a moment of its own. */
export function ownLifetime(context: Context, instance: string, hours: number): Lifetime {
  const period = hours * hour;
  // Whole seconds: start times are exposed, and compared.
  const offset = Math.floor((hash01(seedOf(`${context.seed} ${instance} start`), 0) * period) / 1000) * 1000;
  return restartedEvery(period, offset);
}

export function familiesOf(context: Context, instance: string, lifetime: Lifetime): Families {
  return createFamilies(`${context.seed} ${instance}`, lifetime);
}
