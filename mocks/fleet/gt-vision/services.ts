import { familiesOf, mebibyte, ownLifetime } from '../context.ts';
import { createdFamily, pythonFamilies } from '../exporters/python.ts';
import type { Families } from '../families.ts';
import { rhythm } from '../signal.ts';
import type { FleetTarget, MetricFamily } from '../types.ts';
import { isInside, type Lifetime } from '../windows.ts';
import { type Camera, onlineCount } from './cameras.ts';
import type { Context } from './context.ts';
import { type Endpoint, middlewareFamilies } from './python.ts';

const usual = { '200': 0.975, '404': 0.022, '500': 0.003 } as const;
const signedIn = { '200': 0.957, '401': 0.04, '500': 0.003 } as const;
const created = { '201': 0.967, '400': 0.03, '500': 0.003 } as const;

interface Service {
  readonly job: string;
  readonly port: number;
  /** How long it lives between two restarts. */
  readonly hours: number;
  readonly size: { readonly memory: number; readonly cpu: number };
  readonly endpoints: readonly Endpoint[];
  /** What it exports beside the middleware's metrics. */
  readonly business?: (families: Families, lifetime: Lifetime) => MetricFamily[];
}

function serviceTarget(context: Context, service: Service): FleetTarget {
  const instance = `${service.job}:${service.port}`;
  const seed = `${context.seed} ${instance}`;
  const lifetime = ownLifetime(context, instance, service.hours);
  const families = familiesOf(context, instance, lifetime);
  return {
    job: service.job,
    instance,
    metricsPath: '/metrics',
    isUpAt: () => true,
    families: [
      ...pythonFamilies(seed, families, lifetime, service.size),
      ...middlewareFamilies(seed, families, lifetime, service.endpoints),
      ...(service.business?.(families, lifetime) ?? []),
    ],
  };
}

/** Django: users, cameras and recordings as the browser sees them. */
export function backendTarget(context: Context): FleetTarget {
  const failures = { windows: context.incident('serverErrors'), share: 1 / 6 };
  const slowness = context.incident('slowResponses');
  const route = (method: Endpoint['method'], path: string, rate: number, median: number): Endpoint => {
    const answers = method === 'POST' ? created : usual;
    return { method, path, rate, median, answers, failures, slowness };
  };
  return serviceTarget(context, {
    job: 'backend',
    port: 8000,
    hours: 31,
    size: { memory: 420 * mebibyte, cpu: 0.6 },
    endpoints: [
      { ...route('POST', '/api/auth/login/', 0.4, 0.12), answers: signedIn },
      route('GET', '/api/users/me/', 2.2, 0.018),
      route('GET', '/api/cameras/', 5.4, 0.035),
      route('POST', '/api/cameras/', 0.05, 0.06),
      route('GET', '/api/recordings/', 3.1, 0.08),
      route('GET', '/api/events/lpr/', 4.2, 0.055),
      route('GET', '/api/sectors/', 0.9, 0.022),
      { method: 'GET', path: '/health/', rate: 0.2, median: 0.004, answers: { '200': 1 } },
    ],
  });
}

/** FastAPI: takes the cameras' streams, hands them on and records them. */
export function streamingTarget(context: Context, cameras: readonly Camera[]): FleetTarget {
  const noStreams = context.incident('noStreams');
  const recordingFailures = context.incident('recordingFailures');
  const watched = rhythm({ seed: `${context.seed} streams`, mean: 24, daily: 0.4, weekly: 0.15, waver: 0.2 });
  const streams = (time: number) => (isInside(noStreams, time) ? 0 : Math.round(watched.at(time)));
  const online = (time: number) => onlineCount(cameras, time);
  // Every camera that is online is recorded, but for two that only show their picture.
  const recordings = (time: number) =>
    Math.max(0, Math.round((online(time) - 2) * (isInside(recordingFailures, time) ? 0.4 : 1)));
  const failures = { windows: recordingFailures, share: 0.7 };
  return serviceTarget(context, {
    job: 'streaming',
    port: 8001,
    hours: 43,
    size: { memory: 260 * mebibyte, cpu: 0.9 },
    endpoints: [
      { method: 'GET', path: '/streams', rate: 2.8, median: 0.012, answers: usual },
      { method: 'POST', path: '/streams/start', rate: 0.3, median: 0.3, answers: created },
      { method: 'DELETE', path: '/streams/stop', rate: 0.28, median: 0.09, answers: usual },
      { method: 'GET', path: '/recordings', rate: 1.6, median: 0.03, answers: usual },
      { method: 'POST', path: '/recordings/start', rate: 0.6, median: 0.2, answers: created, failures },
      { method: 'GET', path: '/snapshots', rate: 4.5, median: 0.07, answers: usual },
      { method: 'GET', path: '/health', rate: 0.2, median: 0.003, answers: { '200': 1 } },
    ],
    business: (families) => [
      families.gauge('gtvision_active_streams', 'Active streams', [{ read: streams }]),
      families.gauge('gtvision_recordings_active', 'Active recordings', [{ read: recordings }]),
      families.gauge('gtvision_cameras_online', 'Online cameras', [{ read: online }]),
      families.gauge('gtvision_cameras_offline', 'Offline cameras', [
        { read: (time) => cameras.length - online(time) },
      ]),
    ],
  });
}

/** FastAPI: reads number plates. */
export function aiTarget(context: Context): FleetTarget {
  const plates = rhythm({ seed: `${context.seed} plates`, mean: 0.4, daily: 0.6, weekly: 0.15, waver: 0.2 });
  return serviceTarget(context, {
    job: 'ai',
    port: 8002,
    hours: 67,
    size: { memory: 2900 * mebibyte, cpu: 2.4 },
    endpoints: [
      { method: 'POST', path: '/detect', rate: 6.5, median: 0.09, answers: usual },
      { method: 'POST', path: '/lpr', rate: 1.8, median: 0.14, answers: usual },
      { method: 'GET', path: '/models', rate: 0.05, median: 0.006, answers: usual },
      { method: 'GET', path: '/health', rate: 0.2, median: 0.003, answers: { '200': 1 } },
    ],
    business: (families, lifetime) => [
      families.counter('gtvision_lpr_events_total', 'Total LPR events', [{ rate: plates }]),
      createdFamily(families, lifetime, 'gtvision_lpr_events_created', 'Total LPR events', [{ labels: {} }]),
    ],
  });
}
