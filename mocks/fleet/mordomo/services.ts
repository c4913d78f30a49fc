import { familiesOf, gibibyte, mebibyte, ownLifetime } from '../context.ts';
import { type ProcessSize, processFamilies } from '../exporters/process.ts';
import { type Signal, times } from '../signal.ts';
import type { FleetTarget } from '../types.ts';
import { isInside, restartedAfter, type Windows } from '../windows.ts';
import { type Context, never } from './context.ts';
import type { Demand } from './demand.ts';
import { type Route, requestsFamily } from './http.ts';
import {
  brainMetrics,
  conversationMetrics,
  type PipelineMetrics,
  speechMetrics,
  verificationMetrics,
  wakeWordMetrics,
  whisperMetrics,
} from './pipeline.ts';

/** A container that Consul knows. */
interface Service {
  readonly name: string;
  /** Its metrics_port in Consul. */
  readonly port: number;
  readonly tag: string;
  /** How long it lives between two restarts. */
  readonly hours: number;
  readonly size: ProcessSize;
  readonly routes: readonly Route[];
  readonly pipeline?: PipelineMetrics;
  readonly down?: Windows;
}

function servicesOf({ incident }: Context, demand: Demand): Service[] {
  const post = (endpoint: string, rate: Signal): Route => ({ method: 'POST', endpoint, rate });
  const { wakeWords, verifications, conversations, successes } = demand;
  const failures = { windows: incident('brainErrors'), share: 0.25 };
  return [
    {
      name: 'mordomo-core-api',
      port: 8000,
      tag: 'api',
      hours: 71,
      size: { memory: 240 * mebibyte, cpu: 0.12 },
      routes: [
        post('/conversations', conversations),
        { method: 'GET', endpoint: '/conversations', rate: times(conversations, 0.5) },
      ],
      pipeline: conversationMetrics,
    },
    {
      name: 'audio-capture',
      port: 9101,
      tag: 'audio',
      hours: 160,
      size: { memory: 90 * mebibyte, cpu: 0.16 },
      routes: [post('/frames', times(wakeWords, 40))],
    },
    {
      name: 'wake-word',
      port: 9102,
      tag: 'audio',
      hours: 160,
      size: { memory: 130 * mebibyte, cpu: 0.24 },
      routes: [post('/detect', times(wakeWords, 40))],
      pipeline: wakeWordMetrics,
    },
    {
      name: 'speaker-verification',
      port: 9103,
      tag: 'audio',
      hours: 90,
      size: {
        memory: 560 * mebibyte,
        cpu: 0.2,
        leak: { windows: incident('verificationLeak'), memory: 1.5 * gibibyte },
      },
      routes: [post('/verify', verifications)],
      pipeline: verificationMetrics,
    },
    {
      name: 'whisper-asr',
      port: 9104,
      tag: 'speech',
      hours: 50,
      size: { memory: 830 * mebibyte, cpu: 0.34 },
      routes: [post('/transcribe', times(conversations, 1.3))],
      pipeline: whisperMetrics,
    },
    {
      name: 'mordomo-brain',
      port: 9105,
      tag: 'brain',
      hours: 60,
      size: {
        memory: 640 * mebibyte,
        cpu: 0.26,
        overload: { windows: incident('brainBusy'), cpu: 1.1 },
      },
      routes: [{ ...post('/think', conversations), failures }],
      pipeline: brainMetrics,
    },
    {
      name: 'tts-engine',
      port: 9106,
      tag: 'speech',
      hours: 110,
      size: { memory: 410 * mebibyte, cpu: 0.18 },
      routes: [post('/speak', successes)],
      pipeline: speechMetrics,
      down: incident('ttsDown'),
    },
    {
      name: 'action-dispatcher',
      port: 9107,
      tag: 'actions',
      hours: 130,
      size: { memory: 110 * mebibyte, cpu: 0.06 },
      routes: [post('/actions', times(successes, 0.7))],
    },
  ];
}

function serviceTarget(context: Context, demand: Demand, service: Service): FleetTarget {
  const { name, port, tag, down = never } = service;
  const instance = `${name}:${port}`;
  const lifetime = restartedAfter(down, ownLifetime(context, instance, service.hours));
  const families = familiesOf(context, instance, lifetime);
  return {
    job: 'mordomo-services',
    instance,
    metricsPath: '/metrics',
    // As the relabelling gives them; Prometheus puts Consul's tags between commas.
    labels: { service: name, node: 'mordomo-01', tags: `,mordomo,${tag},` },
    isUpAt: (time) => !isInside(down, time),
    families: [
      ...processFamilies(`${context.seed} ${instance}`, families, lifetime, service.size),
      requestsFamily(families, service.routes),
      ...(service.pipeline?.(families, context, demand) ?? []),
    ],
  };
}

/** The containers that Prometheus finds through Consul. */
export function serviceTargets(context: Context, demand: Demand): FleetTarget[] {
  return servicesOf(context, demand).map((service) => serviceTarget(context, demand, service));
}
