import { queryOptions } from '@tanstack/react-query';
import type { DataSource } from '../../data/dataSource.ts';
import { inFront } from '../../data/standing.ts';
import type { MetricMetadata } from '../../prometheus/types.ts';

/** A name that samples have, with what its targets declare of it; '' where nobody does. */
export interface Metric {
  readonly name: string;
  /** As declared: the buckets, sum and count of a histogram have its type. */
  readonly type: string;
  readonly help: string;
  readonly unit: string;
}

/** Metrics come and go with deployments, ms. */
const FRESH = 5 * 60_000;

/** Every metric of a server, by name. A server that tells no metadata gives their names. */
export function metricsQuery(dataSource: DataSource) {
  const { client, queue } = dataSource;
  return queryOptions({
    queryKey: ['metrics', dataSource.id],
    staleTime: FRESH,
    gcTime: FRESH,
    queryFn: async ({ signal }): Promise<readonly Metric[]> => {
      const [names, metadata] = await Promise.all([
        queue.run(inFront, signal, () => client.labelValues('__name__', {}, signal)),
        queue
          .run(inFront, signal, () => client.metadata({}, signal))
          .then(
            ({ data }) => data,
            () => ({}),
          ),
      ]);
      return describeMetrics(names.data, metadata);
    },
  });
}

const derived = /_(?:bucket|sum|count|total|created|info)$/;

/** Joins names with metadata, which is by family: `http_seconds_bucket` is of `http_seconds`. */
export function describeMetrics(
  names: readonly string[],
  metadata: Readonly<Record<string, readonly MetricMetadata[]>>,
): readonly Metric[] {
  const families = new Map(Object.entries(metadata));
  return names
    .map((name) => {
      const [told] = families.get(name) ?? families.get(name.replace(derived, '')) ?? [];
      return { name, type: told?.type ?? '', help: told?.help ?? '', unit: told?.unit ?? '' };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
