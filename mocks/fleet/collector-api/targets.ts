import { type IncidentMode, scriptedIncidents } from '../incidents.ts';
import type { FleetTarget } from '../types.ts';
import { type Context, incidentScript } from './context.ts';
import { groupsOf } from './groups.ts';
import { pushgatewayTarget } from './pushgateway.ts';

/** All that Prometheus scrapes of the collectors: the Pushgateway that they push to. */
export function collectorApiTargets(seed: string, mode: IncidentMode): FleetTarget[] {
  const context: Context = { seed, incident: scriptedIncidents(incidentScript, mode) };
  return [pushgatewayTarget(context, groupsOf(context, {}))];
}
