import type { SystemContext } from '../context.ts';
import type { IncidentScript } from '../incidents.ts';

export type IncidentName =
  | 'noStreams'
  | 'serverErrors'
  | 'camerasOffline'
  | 'slowResponses'
  | 'brokerDown'
  | 'recordingFailures'
  | 'highCpu'
  | 'highMemory'
  | 'fullDisk';

export type Context = SystemContext<IncidentName>;

/** What goes wrong, and when: see the README of the fleet for the alerts that each raises. */
export const incidentScript: IncidentScript<IncidentName> = {
  noStreams: [15, 40],
  serverErrors: [60, 80],
  camerasOffline: [100, 125],
  slowResponses: [140, 160],
  brokerDown: [180, 188],
  recordingFailures: [210, 230],
  highCpu: [245, 265],
  highMemory: [280, 300],
  fullDisk: [315, 345],
};
