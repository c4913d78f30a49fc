import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { inBackground } from '../../data/asking/standing.ts';
import { isDropped } from '../../data/asking/useAnswers.ts';
import { useScrapeInterval } from '../../data/panel/useScrapeInterval.ts';
import type { DataSource } from '../../data/source/dataSource.ts';
import type { Finding, MetricFacts } from '../../prometheus/lint/finding.ts';
import type { Rule, RuleGroup } from '../../prometheus/types.ts';

/** What the linter finds in an expression; nothing until it is there. */
export type Judge = (expr: string) => readonly Finding[];

/** Metrics come and go with deployments, ms. */
const FRESH = 5 * 60_000;

const silent: Judge = () => [];

/**
 * The judge of packs, over the metrics that this server declares and those that its rules record. It is loaded after the
 * rules are on screen. Label sets are not asked for: of thousands of rules they would be the whole database.
 */
export function useJudge(dataSource: DataSource, groups: readonly RuleGroup[] | null) {
  const { intervalOf } = useScrapeInterval(dataSource);
  const recorded = (groups ?? []).flatMap(({ rules }) => rules.flatMap(recordedName));
  const { data, error } = useQuery({
    queryKey: ['judge', dataSource.id, recorded.join(' ')],
    queryFn: ({ signal }) => loadLint(dataSource, signal, recorded),
    enabled: groups !== null,
    staleTime: FRESH,
  });
  const judge = useMemo((): Judge => {
    if (data === undefined) return silent;
    const judged = new Map<string, readonly Finding[]>();
    return (expr) => {
      const findings = judged.get(expr) ?? data(expr, intervalOf(expr));
      judged.set(expr, findings);
      return findings;
    };
  }, [data, intervalOf]);
  return { judge, hasFailed: error !== null && !isDropped(error) };
}

const recordedName = ({ kind, name }: Rule) => (kind === 'recording' ? [name] : []);

/** @returns the linter over the server's metrics; its second argument is the scrape interval, ms */
async function loadLint({ client, queue }: DataSource, signal: AbortSignal, recorded: readonly string[]) {
  const [names, metadata, { lintExpression }, { sampleTypes }] = await Promise.all([
    queue.run(inBackground, signal, () => client.labelValues('__name__', {}, signal)),
    // A server that declares nothing leaves the types open.
    queue
      .run(inBackground, signal, () => client.metadata({}, signal))
      .then(
        ({ data }) => data,
        () => ({}),
      ),
    import('../../prometheus/lint/lintExpression.ts'),
    import('../../prometheus/lint/sampleTypes.ts'),
  ]);
  const declared = Object.entries(metadata).map(([name, [first]]) => [name, first?.type ?? ''] as const);
  const types = sampleTypes(new Map(declared));
  const known = [...names.data, ...recorded, 'ALERTS', 'ALERTS_FOR_STATE'];
  const metrics = new Map(
    known.map((name): [string, MetricFacts] => [name, { name, type: types.get(name) ?? 'unknown', series: [] }]),
  );
  return (expr: string, scrapeInterval: number) => lintExpression(expr, metrics, scrapeInterval);
}
