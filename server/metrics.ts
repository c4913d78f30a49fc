import type { FastifyInstance } from 'fastify';
import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { Sharing } from './sharing/sharing.ts';

const where = ['data_source', 'endpoint'] as const;

/** What the gateway counts. Every label has few values: data sources, and the endpoints that are passed on. */
export interface Metrics {
  /** Requests that went to a data source. */
  readonly upstreamRequests: Counter<(typeof where)[number]>;
  /** Good answers given, by where they are `from`: `upstream` (asked for), `flight` (shared) or `kept`. */
  readonly answers: Counter<(typeof where)[number] | 'from'>;
  readonly registry: Registry;
}

export function createMetrics(sharing: Sharing): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read());
      },
    });
  gauge('mirante_kept_bytes', 'Bytes of kept answers.', () => sharing.held().keptBytes);
  gauge('mirante_kept_answers', 'Answers that are kept.', () => sharing.held().keptAnswers);
  gauge('mirante_flight_bytes', 'Bytes held of answers on their way.', () => sharing.held().flightBytes);
  return {
    upstreamRequests: new Counter({
      name: 'mirante_upstream_requests_total',
      help: 'Requests sent to data sources.',
      labelNames: where,
      registers,
    }),
    answers: new Counter({
      name: 'mirante_answers_total',
      help: 'Good answers given: asked for upstream, shared in flight, or kept from before.',
      labelNames: [...where, 'from'],
      registers,
    }),
    registry,
  };
}

/** `/metrics`, for a Prometheus to scrape. */
export async function metricsRoute(app: FastifyInstance, { metrics }: { metrics: Metrics }): Promise<void> {
  app.get('/metrics', async (_request, reply) =>
    reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()),
  );
}
