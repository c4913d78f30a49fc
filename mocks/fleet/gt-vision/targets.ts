import { type IncidentMode, scriptedIncidents } from '../incidents.ts';
import type { FleetTarget } from '../types.ts';
import { createCameras } from './cameras.ts';
import { type Context, incidentScript } from './context.ts';
import { hostTarget } from './host.ts';
import { mediamtxTarget } from './mediamtx.ts';
import { minioTarget } from './minio.ts';
import { databaseTarget } from './postgres.ts';
import { rabbitmqTarget } from './rabbitmq.ts';
import { redisTarget } from './redis.ts';
import { aiTarget, backendTarget, streamingTarget } from './services.ts';

/** All that Prometheus scrapes of GT-Vision, in the order of its configuration. */
export function gtVisionTargets(seed: string, mode: IncidentMode): FleetTarget[] {
  const context: Context = { seed, incident: scriptedIncidents(incidentScript, mode) };
  const cameras = createCameras(context);
  return [
    backendTarget(context),
    streamingTarget(context, cameras),
    aiTarget(context),
    databaseTarget(context),
    redisTarget(context),
    rabbitmqTarget(context),
    hostTarget(context),
    mediamtxTarget(context, cameras),
    minioTarget(context),
  ];
}
