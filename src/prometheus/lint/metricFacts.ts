import type { Labels } from '../../model/labels.ts';
import type { MetricFacts, Metrics } from './finding.ts';

/** What is declared of a name: as Prometheus's metadata has it, `histogram` for each of a histogram's names. */
export interface DeclaredMetric {
  readonly name: string;
  readonly type: string;
}

/**
 * What the linter has to know, from what a server declares.
 * @param series label sets, with `__name__`, of the series that an expression reads
 */
export function metricFacts(declared: readonly DeclaredMetric[], series: readonly Labels[]): Metrics {
  const byName = new Map<string, Labels[]>();
  for (const labels of series) {
    const name = labels.__name__ ?? '';
    const known = byName.get(name);
    if (known === undefined) byName.set(name, [labels]);
    else known.push(labels);
  }
  return new Map(
    declared.map(({ name, type }) => [name, { name, type: kindOf(name, type), series: byName.get(name) ?? [] }]),
  );
}

/** What a histogram or summary counts and sums up only grows; the quantiles of a summary do not. */
function kindOf(name: string, type: string): MetricFacts['type'] {
  if (type === 'counter' || type === 'gauge') return type;
  const isPart = (type === 'histogram' || type === 'summary') && /_(bucket|sum|count)$/.test(name);
  return isPart ? 'counter' : 'unknown';
}
