import type { Labels } from '../../../src/model/labels.ts';
import type { MetricFamily } from '../types.ts';

/**
 * The families with a prefix to their names and, on every series, the labels that the exporter's registry puts on.
 * A series' own label of the same name wins, as in prom-client.
 */
export function prefixed(prefix: string, families: readonly MetricFamily[], labels: Labels = {}): MetricFamily[] {
  return families.map((family) => ({
    ...family,
    name: prefix + family.name,
    series: family.series.map((series) => ({
      ...series,
      name: prefix + series.name,
      labels: { ...labels, ...series.labels },
    })),
  }));
}
