import type { SystemContext } from '../context.ts';
import type { IncidentScript } from '../incidents.ts';

export type IncidentName =
  | 'databaseUnavailable'
  | 'slowDatabase'
  | 'silentCollector'
  | 'refusedPushes'
  | 'networkSpike'
  | 'collectorRestart'
  | 'gatewayRestart';

export type Context = SystemContext<IncidentName>;

/** What goes wrong, and when: see the README of this folder for the alerts that each raises. */
export const incidentScript: IncidentScript<IncidentName> = {
  databaseUnavailable: [25, 42],
  slowDatabase: [75, 97],
  silentCollector: [130, 155],
  refusedPushes: [185, 203],
  networkSpike: [230, 256],
  collectorRestart: [280, 281],
  gatewayRestart: [310, 310.7],
};
