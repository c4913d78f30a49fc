import type { Labels } from '../../src/model/labels.ts';
import type { PrometheusClient } from '../../src/prometheus/client.ts';
import type { Metrics } from '../../src/prometheus/lint/finding.ts';
import { sampleTypes } from '../../src/prometheus/lint/sampleTypes.ts';

/** Milliseconds of past whose series count. */
const past = 6 * 3_600_000;
/** Names asked for in one request. */
const batch = 50;

/**
 * What a server knows of its metrics: their types as declared, and of the names in `used` their label sets.
 * @param now epoch ms
 */
export async function readMetrics(client: PrometheusClient, used: readonly string[], now: number): Promise<Metrics> {
  const span = { start: now - past, end: now };
  const [names, metadata] = await Promise.all([client.labelValues('__name__', span), client.metadata()]);
  const types = sampleTypes(
    new Map(Object.entries(metadata.data).map(([name, [first]]) => [name, first?.type ?? 'unknown'])),
  );
  const existing = new Set(names.data);
  const asked = used.filter((name) => existing.has(name));
  const series = new Map<string, Labels[]>();
  for (let i = 0; i < asked.length; i += batch) {
    const { data } = await client.series({ match: asked.slice(i, i + batch), ...span });
    for (const labels of data) {
      const name = labels.__name__ ?? '';
      series.set(name, [...(series.get(name) ?? []), labels]);
    }
  }
  return new Map(
    names.data.map((name) => [name, { name, type: types.get(name) ?? 'unknown', series: series.get(name) ?? [] }]),
  );
}
