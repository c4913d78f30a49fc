import type { Families } from '../families.ts';
import { hash01, seedOf } from '../noise.ts';
import type { MetricFamily } from '../types.ts';
import type { Lifetime } from '../windows.ts';
import { type ProcessSize, processFamilies } from './process.ts';

/** The default buckets of python's prometheus_client, in seconds. */
export const defaultBuckets = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];

/** When each series was first counted: within the first seconds of its process. Epoch seconds. */
export function createdFamily(
  families: Families,
  lifetime: Lifetime,
  name: string,
  help: string,
  series: readonly { readonly labels: Readonly<Record<string, string>> }[],
): MetricFamily {
  return families.gauge(
    name,
    help,
    series.map(({ labels }) => {
      const delay = 1 + 9 * hash01(seedOf(Object.values(labels).join(' ')), 0);
      return { labels, read: (time) => lifetime(time) / 1000 + delay };
    }),
  );
}

/** The process and platform metrics of python's prometheus_client. `memory` in bytes, `cpu` in cores, on average. */
export function pythonFamilies(
  seed: string,
  families: Families,
  lifetime: Lifetime,
  size: ProcessSize,
): MetricFamily[] {
  const python = { implementation: 'CPython', major: '3', minor: '11', patchlevel: '7', version: '3.11.7' };
  return [
    families.gauge('python_info', 'Python platform information', [{ labels: python, read: () => 1 }]),
    ...processFamilies(seed, families, lifetime, size),
  ];
}
