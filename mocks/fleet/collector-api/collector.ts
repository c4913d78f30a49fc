import { mebibyte, minute } from '../context.ts';
import { createdFamily, pythonFamilies } from '../exporters/python.ts';
import type { Families } from '../families.ts';
import { constant, during, inside, plus, type RhythmOptions, rhythm, type Signal, times } from '../signal.ts';
import type { MetricFamily } from '../types.ts';
import { firstWindow, isInside, type Lifetime, swell, type Windows } from '../windows.ts';
import type { Context } from './context.ts';

/** The databases that a collector watches: the usual seconds of a query, and connections that fail in a day. */
const databases = {
  postgresql: { query: 0.012, errors: 22 },
  mysql: { query: 0.019, errors: 75 },
  mongodb: { query: 0.026, errors: 51 },
  redis: { query: 0.0014, errors: 9 },
} as const;
export type DatabaseType = keyof typeof databases;

/** One collector, and what goes wrong with it in the incidents. */
export interface CollectorPlace {
  readonly instance: string;
  /** Where it runs, which is where pings go to. */
  readonly target: string;
  /** Its requests in relation to those of the first. */
  readonly share: number;
  /** Median seconds there and back, by where pings come from. */
  readonly sources: Readonly<Record<string, number>>;
  readonly unavailable?: DatabaseType;
  readonly slow?: DatabaseType;
  /** While this lasts it is stopped, and started anew after it. */
  readonly restart?: Windows;
}

interface Endpoint {
  readonly method: 'GET' | 'POST';
  readonly endpoint: string;
  readonly rate: Signal;
  /** Half of its answers take less; seconds. */
  readonly median: number;
  /** What it answers, by status, as shares that add up to 1. */
  readonly answers: Readonly<Record<string, number>>;
}

const requestBuckets = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1];
const networkBuckets = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.15, 0.2, 0.25, 0.3, 0.5, 0.75, 1, 2, 5];

function officeRhythm(options: RhythmOptions): Signal {
  return rhythm({ daily: 0.3, weekly: 0.1, waver: 0.2, ...options });
}

/** How many pings a second come from where. */
function pingsOf(seed: string, { sources, share }: CollectorPlace): [source: string, rate: Signal, median: number][] {
  return Object.entries(sources).map(([source, median]) => [
    source,
    officeRhythm({ seed: `${seed} ping ${source}`, mean: share }),
    median,
  ]);
}

function endpointsOf(seed: string, place: CollectorPlace): Endpoint[] {
  const asked = (endpoint: string, mean: number) =>
    officeRhythm({ seed: `${seed} ${endpoint}`, mean: mean * place.share });
  return [
    {
      method: 'POST',
      endpoint: '/api/ping',
      rate: plus(...pingsOf(seed, place).map(([, rate]) => rate)),
      median: 0.006,
      answers: { '200': 0.992, '401': 0.005, '422': 0.002, '500': 0.001 },
    },
    {
      method: 'POST',
      endpoint: '/api/databases/check',
      rate: asked('check', 0.25),
      median: 0.085,
      answers: { '200': 0.995, '503': 0.005 },
    },
    { method: 'GET', endpoint: '/api/databases', rate: asked('list', 0.3), median: 0.011, answers: { '200': 1 } },
    { method: 'GET', endpoint: '/api/health', rate: constant(1 / 15), median: 0.002, answers: { '200': 1 } },
  ];
}

/** While a database is away the checks fail that ask for it. */
const failingShare = 0.3;

function requestFamilies(seed: string, place: CollectorPlace, families: Families, lifetime: Lifetime, away: Windows) {
  const endpoints = endpointsOf(seed, place);
  const answered = endpoints.flatMap(({ method, endpoint, rate, answers }) =>
    Object.entries(answers).map(([status, share]) => {
      const fails = answers['503'] !== undefined;
      const usual = answers['503'] ?? 0;
      const factor = status === '503' ? failingShare / usual : (1 - failingShare) / (1 - usual);
      const own = times(rate, share);
      return { labels: { method, endpoint, status }, pace: endpoint, rate: fails ? during(own, away, factor) : own };
    }),
  );
  const help = { requests: 'Total de requisições recebidas', duration: 'Duração das requisições' };
  const timed = endpoints.map(({ method, endpoint, rate, median }) => ({
    labels: { method, endpoint },
    pace: endpoint,
    parts: [
      { rate: times(rate, 0.98), latency: { median, spread: 0.6 } },
      { rate: times(rate, 0.02), latency: { median: 8 * median, spread: 0.5 } },
    ],
  }));
  return [
    families.counter('api_requests_total', help.requests, answered),
    createdFamily(families, lifetime, 'api_requests_created', help.requests, answered),
    families.histogram('api_request_duration_seconds', help.duration, requestBuckets, timed),
    createdFamily(families, lifetime, 'api_request_duration_seconds_created', help.duration, timed),
  ];
}

/** Each ping is timed once: a histogram, so that none is lost between two pushes. In the spike, those from São Paulo take long. */
function networkFamilies(seed: string, place: CollectorPlace, families: Families, lifetime: Lifetime, spike: Windows) {
  const help = 'Round-trip time calculado no servidor';
  const series = pingsOf(seed, place).map(([source, rate, median]) => {
    const hit = inside(spike, times(rate, source === 'sao_paulo' ? 0.8 : 0));
    return {
      labels: { source_location: source, target_location: place.target },
      pace: '/api/ping',
      parts: [
        { rate: plus(rate, times(hit, -1)), latency: { median, spread: 0.12 } },
        { rate: hit, latency: { median: 3.6 * median, spread: 0.3 } },
      ],
    };
  });
  return [
    families.histogram('network_latency_rtt_seconds', help, networkBuckets, series),
    createdFamily(families, lifetime, 'network_latency_rtt_seconds_created', help, series),
  ];
}

/** One check of each database after the other. Of one that is away no query is timed, so its latency stays what it was. */
function databaseFamilies(context: Context, seed: string, place: CollectorPlace, families: Families): MetricFamily[] {
  const [away, slow] = [context.incident('databaseUnavailable'), context.incident('slowDatabase')];
  const all = Object.entries(databases);
  const isAway = (type: string, time: number) => type === place.unavailable && isInside(away, time);
  const latencies = all.map(([db_type, { query }]) => {
    const level = rhythm({ seed: `${seed} ${db_type} latency`, mean: query, daily: 0.12, waver: 0.33 });
    const seconds = (time: number) =>
      level.at(time) * (db_type === place.slow ? 1 + 89 * swell(slow, time, 4 * minute, 3 * minute) : 1);
    return {
      labels: { db_type },
      read: (time: number) => seconds(isAway(db_type, time) ? firstWindow(away, time) - 1 : time),
    };
  });
  const errors = all.map(([db_type, { errors }]) => {
    const seldom = officeRhythm({ seed: `${seed} ${db_type} errors`, mean: errors / 86_400 });
    const rate = db_type === place.unavailable ? plus(seldom, inside(away, constant(1 / 12))) : seldom;
    return { labels: { db_type }, rate };
  });
  const available = all.map(([db_type]) => ({
    labels: { db_type },
    read: (time: number) => Number(!isAway(db_type, time)),
  }));
  return [
    families.gauge('database_query_latency_seconds', 'Latência de queries', latencies),
    families.counter('database_connection_errors_total', 'Erros de conexão', errors),
    families.gauge('database_available', 'Disponibilidade do banco (1=disponível, 0=indisponível)', available),
  ];
}

/** What a collector's registry holds: prometheus_client's, with what it says of its process. */
export function collectorFamilies(
  context: Context,
  place: CollectorPlace,
  families: Families,
  lifetime: Lifetime,
): MetricFamily[] {
  const seed = `${context.seed} ${place.instance}`;
  return [
    ...pythonFamilies(seed, families, lifetime, { memory: 84 * mebibyte, cpu: 0.03 }),
    ...requestFamilies(seed, place, families, lifetime, context.incident('databaseUnavailable')),
    ...networkFamilies(seed, place, families, lifetime, context.incident('networkSpike')),
    ...databaseFamilies(context, seed, place, families),
    families.gauge('collector_api_up', 'Serviço ativo (1) ou inativo (0)', [{ read: () => 1 }]),
  ];
}
