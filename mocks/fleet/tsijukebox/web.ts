import { type Families, shortestLe } from '../families.ts';
import { during, plus, type Signal, times } from '../signal.ts';
import type { MetricFamily } from '../types.ts';
import type { Windows } from '../windows.ts';
import { type Context, kioskRhythm } from './context.ts';

/** The default buckets of prom-client, in seconds. */
const defaultBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** One route of the service. */
interface Route {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly route: string;
  /** Requests per second, on average. */
  readonly rate: number;
  /** Half of its answers take less; seconds. */
  readonly median: number;
  /** What it answers, by status, as shares that add up to 1. */
  readonly answers: Readonly<Record<string, number>>;
  /** While a source is silent, this share of its requests is answered with 500, which must be among `answers`. */
  readonly failing?: number;
}

const read = { '200': 0.9, '304': 0.094, '404': 0.005, '500': 0.001 } as const;
const write = { '201': 0.93, '400': 0.04, '409': 0.028, '500': 0.002 } as const;

const routes: readonly Route[] = [
  { method: 'GET', route: '/', rate: 0.25, median: 0.006, answers: read },
  { method: 'GET', route: '/api/player/now-playing', rate: 3.4, median: 0.004, answers: read },
  { method: 'GET', route: '/api/queue', rate: 1.6, median: 0.012, answers: read },
  { method: 'POST', route: '/api/queue', rate: 0.12, median: 0.04, answers: write, failing: 0.4 },
  { method: 'DELETE', route: '/api/queue/:id', rate: 0.02, median: 0.02, answers: { '200': 0.98, '404': 0.02 } },
  { method: 'GET', route: '/api/search', rate: 0.7, median: 0.16, answers: read, failing: 0.3 },
  { method: 'GET', route: '/api/playlists', rate: 0.4, median: 0.03, answers: read },
  { method: 'GET', route: '/api/covers/:id', rate: 2.1, median: 0.009, answers: read },
  { method: 'POST', route: '/api/player/skip', rate: 0.03, median: 0.025, answers: write },
  { method: 'POST', route: '/api/auth/pin', rate: 0.01, median: 0.09, answers: { '200': 0.93, '401': 0.07 } },
];

/** Queries of the database by what they do: how many a second, and the median of their durations in seconds. */
const operations: Readonly<Record<string, readonly [rate: number, median: number]>> = {
  select: [9, 0.0032],
  insert: [0.5, 0.005],
  update: [0.9, 0.0065],
  delete: [0.04, 0.006],
};

/** One request in fifty waits for the database or for the network; while the database is crowded, ten times as many. */
const slowShare = 0.02;

function usualAndSlow(seed: string, mean: number, crowded: Windows): { readonly usual: Signal; readonly slow: Signal } {
  const all = kioskRhythm({ seed, mean });
  return { usual: times(all, 1 - slowShare), slow: during(times(all, slowShare), crowded, 10) };
}

/** Rate of the answers with one status; while the route fails, the others share what the failures leave. */
function answerRate(all: Signal, { answers, failing = 0 }: Route, status: string, windows: Windows): Signal {
  const share = answers[status] ?? 0;
  const usually = answers['500'] ?? 0;
  if (failing === 0) return times(all, share);
  const factor = status === '500' ? failing / usually : (1 - failing) / (1 - usually);
  return during(times(all, share), windows, factor);
}

/** Requests by method, route and status, and how long they took. */
export function requestFamilies(context: Context, families: Families): MetricFamily[] {
  const crowded = context.incident('databaseCrowded');
  const asked = routes.map((one) => {
    const pace = `${one.method} ${one.route}`;
    const labels = { method: one.method, route: one.route };
    return { one, pace, labels, ...usualAndSlow(`${context.seed} ${pace}`, one.rate, crowded) };
  });
  return [
    families.counter(
      'tsijukebox_http_requests_total',
      'Total number of HTTP requests',
      asked.flatMap(({ one, pace, labels, usual, slow }) =>
        Object.keys(one.answers).map((status) => ({
          labels: { ...labels, status },
          pace,
          rate: answerRate(plus(usual, slow), one, status, context.incident('sourceSilent')),
        })),
      ),
    ),
    families.histogram(
      'tsijukebox_http_request_duration_seconds',
      'Duration of HTTP requests in seconds',
      defaultBuckets,
      asked.map(({ one, pace, labels, usual, slow }) => ({
        labels,
        pace,
        parts: [
          { rate: usual, latency: { median: one.median, spread: 0.7 } },
          { rate: slow, latency: { median: 0.7, spread: 0.6 } },
        ],
      })),
      shortestLe,
    ),
  ];
}

/** How long the queries of the database took, by what they do. */
export function queryFamily(context: Context, families: Families): MetricFamily {
  const crowded = context.incident('databaseCrowded');
  return families.histogram(
    'tsijukebox_database_query_duration_seconds',
    'Duration of database queries in seconds',
    defaultBuckets,
    Object.entries(operations).map(([operation, [rate, median]]) => {
      const { usual, slow } = usualAndSlow(`${context.seed} ${operation}`, rate, crowded);
      return {
        labels: { operation },
        pace: operation,
        parts: [
          { rate: usual, latency: { median, spread: 0.8 } },
          { rate: slow, latency: { median: 0.25, spread: 0.7 } },
        ],
      };
    }),
    shortestLe,
  );
}
