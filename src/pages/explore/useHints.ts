import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo } from 'react';
import { ranks } from '../../data/asking/standing.ts';
import { type Question, useAnswers } from '../../data/asking/useAnswers.ts';
import { useScrapeInterval } from '../../data/panel/useScrapeInterval.ts';
import type { DataSource } from '../../data/source/dataSource.ts';
import type { Labels } from '../../model/labels.ts';
import { metricNames } from '../../prometheus/analysis.ts';
import type { Finding, Metrics } from '../../prometheus/lint/finding.ts';
import { lintExpression } from '../../prometheus/lint/lintExpression.ts';
import { type Metric, metricsQuery } from './metrics.ts';

/** Series of a metric that are looked at: which labels it has shows in a few. */
const LOOKED_AT = 100;
const background = () => ranks.background;
const none: readonly Finding[] = [];
const noSeries: readonly Labels[] = [];

/**
 * What the linter of the packs has to say of an expression, by what the server tells of its metrics. Nothing while those are
 * not known. Label sets are asked for where metrics are divided: nothing else needs them.
 */
export function useHints(expr: string, dataSource: DataSource): readonly Finding[] {
  const { data: metrics } = useQuery(metricsQuery(dataSource));
  const { intervalOf } = useScrapeInterval(dataSource);
  const text = useDeferredValue(expr);
  const names = useMemo(() => metricNames(text), [text]);
  const known = useMemo(() => new Set(metrics?.map(({ name }) => name)), [metrics]);
  const divided = text.includes('/') ? names.filter((name) => known.has(name)) : [];
  const [shapes] = useAnswers(divided.length < 2 ? [] : [shapesQuestion(dataSource, divided)], true, background);
  const series = shapes?.value ?? noSeries;
  const facts = useMemo(() => metrics && factsOf(metrics, series), [metrics, series]);
  return useMemo(
    () => (facts === undefined || names.length === 0 ? none : lintExpression(text, facts, intervalOf(text))),
    [facts, names, text, intervalOf],
  );
}

function shapesQuestion(dataSource: DataSource, names: readonly string[]): Question<readonly Labels[]> {
  const match = names.map((name) => `{__name__=${JSON.stringify(name)}}`);
  return {
    key: ['label sets', dataSource.id, names],
    subject: names.join(),
    ask: (signal, standing) =>
      dataSource.queue.run(standing, signal, async () => {
        const limit = LOOKED_AT * match.length;
        return (await dataSource.client.series({ match, limit }, signal)).data;
      }),
  };
}

function factsOf(metrics: readonly Metric[], series: readonly Labels[]): Metrics {
  const byName = new Map<string, Labels[]>();
  for (const labels of series) {
    const { __name__: name = '' } = labels;
    byName.set(name, [...(byName.get(name) ?? []), labels]);
  }
  return new Map(metrics.map(({ name, samples }) => [name, { name, type: samples, series: byName.get(name) ?? [] }]));
}
