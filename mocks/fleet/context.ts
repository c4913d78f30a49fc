import { createFamilies, type Families } from './families.ts';
import { hash01, seedOf } from './noise.ts';
import { type Lifetime, restartedEvery, type Windows } from './windows.ts';

/** What all simulated things have: another seed gives another one of the same kind. */
export interface Seeded {
  readonly seed: string;
}

/** What the targets of one simulated system share: its seed and its incidents. */
export interface SystemContext<Incident extends string> extends Seeded {
  /** When the incident of this name is on. */
  readonly incident: (name: Incident) => Windows;
}

export const minute = 60_000;
export const hour = 60 * minute;
export const mebibyte = 2 ** 20;
export const gibibyte = 2 ** 30;

/** A process restarted every `hours`, at a moment of its own. */
export function ownLifetime(context: Seeded, instance: string, hours: number): Lifetime {
  const period = hours * hour;
  // Whole seconds: start times are exposed, and compared.
  const offset = Math.floor((hash01(seedOf(`${context.seed} ${instance} start`), 0) * period) / 1000) * 1000;
  return restartedEvery(period, offset);
}

export function familiesOf(context: Seeded, instance: string, lifetime: Lifetime): Families {
  return createFamilies(`${context.seed} ${instance}`, lifetime);
}
