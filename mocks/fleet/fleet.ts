import { createCameras } from './gt-vision/cameras.ts';
import { mediamtxTarget } from './gt-vision/mediamtx.ts';
import { minioTarget } from './gt-vision/minio.ts';
import { nodeTarget } from './gt-vision/node.ts';
import { postgresTarget } from './gt-vision/postgres.ts';
import { rabbitmqTarget } from './gt-vision/rabbitmq.ts';
import { redisTarget } from './gt-vision/redis.ts';
import { aiTarget, backendTarget, streamingTarget } from './gt-vision/services.ts';
import { createIncidents, type IncidentScript } from './incidents.ts';
import type { FleetTarget } from './types.ts';

export interface FleetOptions {
  /** Another seed gives another system of the same kind. */
  readonly seed?: string;
  readonly incidents?: IncidentScript;
}

/** The simulated GT-Vision: all that its Prometheus scrapes, in the order of its configuration. */
export function createFleet({ seed = 'gt-vision', incidents: mode = 'scripted' }: FleetOptions = {}): FleetTarget[] {
  const incidents = createIncidents(mode);
  const context = { seed, incidents };
  const cameras = createCameras(incidents);
  return [
    backendTarget(context),
    streamingTarget(context, cameras),
    aiTarget(context),
    postgresTarget(context),
    redisTarget(context),
    rabbitmqTarget(context),
    nodeTarget(context),
    mediamtxTarget(context, cameras),
    minioTarget(context),
  ];
}
