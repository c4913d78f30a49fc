import type { Counted, Families } from '../families.ts';
import { constant, during, plus, type Signal, times } from '../signal.ts';
import type { MetricFamily } from '../types.ts';
import type { Windows } from '../windows.ts';

export interface Route {
  readonly method: 'GET' | 'POST';
  readonly endpoint: string;
  /** Requests a second. */
  readonly rate: Signal;
  /** While this lasts, `share` of the requests are answered with 500. */
  readonly failures?: { readonly windows: Windows; readonly share: number };
}

/** Of a thousand requests two fail on any day. */
const usualFailures = 0.002;

/** What Consul asks every ten seconds. */
const health: Route = { method: 'GET', endpoint: '/health', rate: constant(0.1) };

function statusSeries({ method, endpoint, rate, failures }: Route): Counted[] {
  const usual = times(rate, usualFailures);
  const failed = failures ? during(usual, failures.windows, failures.share / usualFailures) : usual;
  const labels = { method, endpoint };
  return [
    { labels: { ...labels, status: '200' }, pace: endpoint, rate: plus(rate, times(failed, -1)) },
    { labels: { ...labels, status: '500' }, pace: endpoint, rate: failed },
  ];
}

/** `http_requests_total` of a service: its routes and the health check. */
export function requestsFamily(families: Families, routes: readonly Route[]): MetricFamily {
  return families.counter('http_requests_total', 'Requests that were answered.', [
    ...routes.flatMap(statusSeries),
    { labels: { method: health.method, endpoint: health.endpoint, status: '200' }, rate: health.rate },
  ]);
}
