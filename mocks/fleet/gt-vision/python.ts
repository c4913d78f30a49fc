import { createdFamily, defaultBuckets } from '../exporters/python.ts';
import type { Families } from '../families.ts';
import { during, plus, rhythm, type Signal, times } from '../signal.ts';
import type { MetricFamily } from '../types.ts';
import type { Lifetime, Windows } from '../windows.ts';

/** One route of a web service. */
export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  /** Requests per second, on average. */
  readonly rate: number;
  /** Half of its answers take less; seconds. */
  readonly median: number;
  /** What it answers, by status, as shares that add up to 1. */
  readonly answers: Readonly<Record<string, number>>;
  /** While this lasts, `share` of the requests are answered with 500, which must be among `answers`. */
  readonly failures?: { readonly windows: Windows; readonly share: number };
  /** While this lasts, slow answers are eight times as many. */
  readonly slowness?: Windows;
}

/** About one request in thirty is slow, whatever it asks for: sometimes more, sometimes fewer. */
const slowShare = 0.03;
const slowLatency = { median: 1.6, spread: 0.5 };

/** Rates of the requests that are answered as usual, and of the slow ones. */
function requestRates(seed: string, endpoint: Endpoint): { readonly usual: Signal; readonly slow: Signal } {
  const all = rhythm({ seed, mean: endpoint.rate, daily: 0.4, weekly: 0.15, waver: 0.25 });
  const slow = rhythm({ seed: `${seed} slow`, mean: slowShare * endpoint.rate, daily: 0.4, waver: 0.55 });
  return {
    usual: times(all, 1 - slowShare),
    slow: endpoint.slowness ? during(slow, endpoint.slowness, 8) : slow,
  };
}

/** Rate of the answers with one status; while the endpoint fails, the others share what the failures leave. */
function answerRate(all: Signal, { answers, failures }: Endpoint, status: string, share: number): Signal {
  const rate = times(all, share);
  if (failures === undefined) return rate;
  const usually = answers['500'] ?? 0;
  const factor = status === '500' ? failures.share / usually : (1 - failures.share) / (1 - usually);
  return during(rate, failures.windows, factor);
}

/**
 * What the Prometheus middleware of the reference document exposes for a service, `_created` included, which
 * prometheus_client writes unless told not to.
 */
export function middlewareFamilies(
  seed: string,
  families: Families,
  lifetime: Lifetime,
  endpoints: readonly Endpoint[],
): MetricFamily[] {
  const routes = endpoints.map((endpoint) => {
    const labels = { method: endpoint.method, endpoint: endpoint.path };
    const pace = `${endpoint.method} ${endpoint.path}`;
    const { usual, slow } = requestRates(`${seed} ${pace}`, endpoint);
    return { endpoint, labels, pace, usual, slow };
  });
  const statuses = routes.flatMap(({ endpoint, labels, pace, usual, slow }) =>
    Object.entries(endpoint.answers).map(([status, share]) => ({
      labels: { ...labels, status },
      pace,
      rate: answerRate(plus(usual, slow), endpoint, status, share),
    })),
  );
  const total = endpoints.reduce((sum, endpoint) => sum + endpoint.rate, 0);
  return [
    families.counter('http_requests_total', 'Total HTTP requests', statuses),
    createdFamily(families, lifetime, 'http_requests_created', 'Total HTTP requests', statuses),
    families.histogram(
      'http_request_duration_seconds',
      'HTTP request duration',
      defaultBuckets,
      routes.map(({ endpoint, labels, pace, usual, slow }) => ({
        labels,
        pace,
        parts: [
          { rate: usual, latency: { median: endpoint.median, spread: 0.7 } },
          { rate: slow, latency: slowLatency },
        ],
      })),
    ),
    createdFamily(families, lifetime, 'http_request_duration_seconds_created', 'HTTP request duration', routes),
    families.count('http_connections_active', 'Active HTTP connections', [
      { level: rhythm({ seed: `${seed} connections`, mean: 2 + total / 3, daily: 0.4, weekly: 0.1, waver: 0.35 }) },
    ]),
  ];
}
