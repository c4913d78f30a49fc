import type { MetricFacts } from './finding.ts';

/** Suffixes of the samples that a family of this type has beside its name; they count up. */
const countingParts: ReadonlyMap<string, readonly string[]> = new Map([
  ['histogram', ['_bucket', '_sum', '_count']],
  ['summary', ['_sum', '_count']],
]);

/** Types by sample name, out of the declared types by family. */
export function sampleTypes(declared: ReadonlyMap<string, string>): ReadonlyMap<string, MetricFacts['type']> {
  const types = new Map<string, MetricFacts['type']>();
  for (const [name, type] of declared) {
    for (const suffix of countingParts.get(type) ?? []) types.set(`${name}${suffix}`, 'counter');
    if (type === 'counter' || type === 'gauge') types.set(name, type);
  }
  return types;
}
