import { familiesOf, ownLifetime } from '../context.ts';
import { shortestLe } from '../families.ts';
import { times } from '../signal.ts';
import type { FleetTarget } from '../types.ts';
import type { Context } from './context.ts';
import type { Demand } from './demand.ts';

const searchBounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1];

/** The vector store: each conversation looks up memories a few times. */
export function qdrantTarget(context: Context, { conversations }: Demand): FleetTarget {
  const instance = 'qdrant:6333';
  const { counter, gauge, count, histogram } = familiesOf(context, instance, ownLifetime(context, instance, 9 * 24));
  const searches = times(conversations, 3.4);
  const routes = { method: 'POST', endpoint: '/collections/{name}/points/search' };
  const since = Date.UTC(2023, 0, 1);
  return {
    job: 'qdrant',
    instance,
    metricsPath: '/metrics',
    isUpAt: () => true,
    families: [
      gauge('app_info', 'information about qdrant server', [
        { labels: { name: 'qdrant', version: '1.7.4' }, read: () => 1 },
      ]),
      gauge('collections_total', 'number of collections', [{ read: () => 5 }]),
      // A memory every ten minutes.
      count('collections_vector_total', 'total number of vectors in all collections', [
        { read: (time) => Math.max(0, time - since) / 600_000 },
      ]),
      counter('rest_responses_total', 'total number of responses', [
        { labels: { ...routes, status: '200' }, rate: searches, pace: 'searches' },
      ]),
      histogram(
        'qdrant_search_duration_seconds',
        'Time to search a collection.',
        searchBounds,
        [
          {
            labels: {},
            pace: 'searches',
            parts: [
              { rate: times(searches, 0.96), latency: { median: 0.007, spread: 0.5 } },
              { rate: times(searches, 0.04), latency: { median: 0.045, spread: 0.5 } },
            ],
          },
        ],
        shortestLe,
      ),
    ],
  };
}
