import { type IncidentMode, scriptedIncidents } from '../incidents.ts';
import type { FleetTarget } from '../types.ts';
import { consulTargets } from './consul.ts';
import { type Context, incidentScript } from './context.ts';
import { createDemand } from './demand.ts';
import { grafanaTarget } from './grafana.ts';
import { hostTarget } from './host.ts';
import { lokiTarget } from './loki.ts';
import { natsTargets } from './nats.ts';
import { databaseTarget } from './postgres.ts';
import { prometheusTarget } from './prometheus.ts';
import { qdrantTarget } from './qdrant.ts';
import { serviceTargets } from './services.ts';

/** All that Prometheus scrapes of Mordomo, in the order of its configuration. */
export function mordomoTargets(seed: string, mode: IncidentMode): FleetTarget[] {
  const context: Context = { seed, incident: scriptedIncidents(incidentScript, mode) };
  const demand = createDemand(context);
  return [
    prometheusTarget(context),
    ...natsTargets(context),
    ...consulTargets(context),
    qdrantTarget(context, demand),
    databaseTarget(context),
    ...serviceTargets(context, demand),
    hostTarget(context),
    lokiTarget(context),
    grafanaTarget(context),
  ];
}
