import type { Labels } from '../../../src/model/labels.ts';
import { familiesOf, mebibyte, ownLifetime } from '../context.ts';
import { nodejsFamilies, nodejsMemory } from '../exporters/nodejs.ts';
import { prefixed } from '../exporters/prefix.ts';
import type { Families } from '../families.ts';
import { type IncidentMode, scriptedIncidents } from '../incidents.ts';
import type { FleetTarget, MetricFamily } from '../types.ts';
import { isInside, type Lifetime, restartedAfter } from '../windows.ts';
import { adaptiveFamilies } from './adaptive.ts';
import { bufferFamilies } from './buffer.ts';
import { cacheFamilies } from './caches.ts';
import { connectionFamilies, connections } from './connections.ts';
import { type Context, incidentScript } from './context.ts';
import { createLoad } from './load.ts';
import { messageFamilies } from './messages.ts';

/** The exporter's settings, by the names of their variables. */
export interface RBaileysOptions {
  /** `BAILEYS_PROMETHEUS_PREFIX`; `baileys_` if not said. */
  readonly prefix?: string;
  /** `BAILEYS_PROMETHEUS_LABELS`; none if not said. */
  readonly labels?: Labels;
  /** `BAILEYS_PROMETHEUS_COLLECT_DEFAULT`; true if not said. */
  readonly collectDefault?: boolean;
}

const instance = 'zpro-backend-1';
/** Bytes a second: a quarter above the limit of the alerts on it. */
const leakRate = 1.3 * mebibyte;

function memoryOf(context: Context, lifetime: Lifetime) {
  const leak = context.incident('memoryLeak');
  const leaked = (time: number) =>
    isInside(leak, time) ? (leakRate * ((time - leak.offset) % leak.period)) / 1000 : 0;
  return nodejsMemory(context.seed, lifetime, 420 * mebibyte, leaked);
}

/** Memory and uptime, which the exporter looks at every ten seconds. */
function systemFamilies(families: Families, lifetime: Lifetime, memory: ReturnType<typeof memoryOf>): MetricFamily[] {
  const looked = (time: number) => lifetime(time) + Math.floor((time - lifetime(time)) / 10_000) * 10_000;
  const types = ['rss', 'heapTotal', 'heapUsed', 'external'] as const;
  return [
    families.gauge(
      'memory_usage_bytes',
      'Memory usage in bytes',
      types.map((type) => ({ labels: { type }, read: (time) => memory[type](looked(time)) })),
    ),
    families.gauge('uptime_seconds', 'Process uptime in seconds', [
      { read: (time) => (looked(time) - lifetime(time)) / 1000 },
    ]),
  ];
}

/** What Prometheus scrapes of the backend that uses RBaileys. */
export function rbaileysTargets(
  seed: string,
  mode: IncidentMode,
  { prefix = 'baileys_', labels = {}, collectDefault = true }: RBaileysOptions = {},
): FleetTarget[] {
  const context: Context = { seed, incident: scriptedIncidents(incidentScript, mode) };
  const restart = context.incident('restart');
  const lifetime = restartedAfter(restart, ownLifetime(context, instance, 73));
  const families = familiesOf(context, instance, lifetime);
  const load = createLoad(context);
  const memory = memoryOf(context, lifetime);
  const sockets = () => connections.length + 9;
  const strain = context.incident('slowFlushes');
  return [
    {
      job: 'zpro-baileys',
      instance,
      metricsPath: '/metrics',
      labels: { service: 'zpro-backend', environment: 'production' },
      isUpAt: (time) => !isInside(restart, time),
      families: prefixed(
        prefix,
        [
          ...(collectDefault ? nodejsFamilies(seed, families, lifetime, { cpu: 0.34, memory, sockets, strain }) : []),
          ...bufferFamilies(context, families, lifetime, load),
          ...adaptiveFamilies(context, families, lifetime, load),
          ...connectionFamilies(context, families, lifetime),
          ...messageFamilies(context, families, load),
          ...cacheFamilies(context, families, lifetime),
          ...systemFamilies(families, lifetime, memory),
        ],
        labels,
      ),
    },
  ];
}
