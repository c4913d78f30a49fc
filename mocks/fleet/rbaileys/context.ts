import { minute, type SystemContext } from '../context.ts';
import type { IncidentScript } from '../incidents.ts';
import type { Windows } from '../windows.ts';

export type IncidentName =
  | 'flood'
  | 'slowFlushes'
  | 'reconnectStorm'
  | 'listenerLeak'
  | 'memoryLeak'
  | 'restart'
  | 'loggedOut';

export type Context = SystemContext<IncidentName>;

/** What goes wrong, and when: see the README of this folder for the alerts that each raises. */
export const incidentScript: IncidentScript<IncidentName> = {
  flood: [20, 35],
  slowFlushes: [60, 84],
  reconnectStorm: [140, 162],
  listenerLeak: [190, 222],
  memoryLeak: [250, 300],
  restart: [300, 300.7],
  loggedOut: [326, 346],
};

const unhealthyEvery = 3 * minute;

/**
 * Within the slow flushes the circuit breaker trips every three minutes, for as long as the adaptive algorithm then stays
 * off: one quick flush is enough to turn it on again.
 */
export function unhealthyWindows({ incident }: Context): Windows[] {
  const { period, offset, length } = incident('slowFlushes');
  return Array.from({ length: length / unhealthyEvery }, (_, i) => ({
    period,
    offset: offset + i * unhealthyEvery,
    length: 140_000,
  }));
}
