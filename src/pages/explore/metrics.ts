import { queryOptions } from '@tanstack/react-query';
import { inFront } from '../../data/asking/standing.ts';
import type { DataSource } from '../../data/source/dataSource.ts';
import type { Labels } from '../../model/labels.ts';
import type { MetricFacts } from '../../prometheus/lint/finding.ts';
import { sampleTypes } from '../../prometheus/lint/sampleTypes.ts';
import type { MetricMetadata } from '../../prometheus/types.ts';

/** A name that samples have, with what its targets declare of it; '' where nobody does. */
export interface Metric {
  readonly name: string;
  /** As declared: the buckets, sum and count of a histogram have its type. */
  readonly type: string;
  readonly help: string;
  readonly unit: string;
  /** As the linter has it. */
  readonly samples: MetricFacts['type'];
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
  const types = sampleTypes(new Map([...families].map(([name, [told]]) => [name, told?.type ?? ''])));
  return names
    .map((name) => {
      const [told] = families.get(name) ?? families.get(name.replace(derived, '')) ?? [];
      return {
        name,
        type: told?.type ?? '',
        help: told?.help ?? '',
        unit: told?.unit ?? '',
        samples: types.get(name) ?? 'unknown',
      };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Every word must be in name, type, help or unit; names that begin with the text come first. */
export function searchMetrics(metrics: readonly Metric[], text: string): readonly Metric[] {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return metrics;
  const found = metrics.filter(({ name, type, help, unit }) => {
    const all = `${name} ${type} ${help} ${unit}`.toLowerCase();
    return words.every((word) => all.includes(word));
  });
  const rank = ({ name }: Metric) => {
    const lower = name.toLowerCase();
    return lower.startsWith(words[0] ?? '') ? 0 : lower.includes(words[0] ?? '') ? 1 : 2;
  };
  return found.toSorted((a, b) => rank(a) - rank(b));
}

interface LabelCounts {
  readonly label: string;
  readonly values: readonly { readonly value: string; readonly series: number }[];
}

/** How many of the series have each value of each label; labels by name, values by how many have them. */
export function countLabels(series: readonly Labels[]): readonly LabelCounts[] {
  const counts = new Map<string, Map<string, number>>();
  for (const labels of series) {
    for (const [label, value] of Object.entries(labels)) {
      if (label === '__name__') continue;
      const values = counts.get(label) ?? new Map<string, number>();
      counts.set(label, values.set(value, (values.get(value) ?? 0) + 1));
    }
  }
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([label, values]) => ({
      label,
      values: [...values].map(([value, has]) => ({ value, series: has })).sort((a, b) => b.series - a.series),
    }));
}
