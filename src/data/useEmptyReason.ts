import { useQuery, useQueryClient } from '@tanstack/react-query';
import { metricNames, selectors } from '../prometheus/analysis.ts';
import type { QueryPlan } from '../prometheus/plan.ts';
import { windows } from '../prometheus/windows.ts';
import type { DataSource } from './dataSource.ts';
import { type EmptyReason, emptyReason } from './emptyReason.ts';
import { inBackground } from './standing.ts';
import { useScrapeInterval } from './useScrapeInterval.ts';

/** How far back the reason is looked for, ms. */
const LOOK_BACK = 24 * 3_600_000;

/**
 * Why the first of these plans that reads a metric gave nothing; `looking` until that is known. Asked once per expression
 * with at most two cheap queries; the list of targets is the one that the scrape interval was read from.
 */
export function useEmptyReason(dataSource: DataSource, plans: readonly QueryPlan[]): EmptyReason | 'looking' {
  const queryClient = useQueryClient();
  const { intervalOf, targets } = useScrapeInterval(dataSource);
  const plan = plans.find(({ expr }) => selectors(expr).length > 0) ?? plans[0];
  const found = useQuery(
    {
      queryKey: ['empty', plan?.dataSource, plan?.expr],
      enabled: plan !== undefined,
      gcTime: 5 * 60_000,
      queryFn: async ({ signal }) => {
        if (plan === undefined) return null;
        const end = plan.kind === 'instant' ? plan.time : plan.end;
        return dataSource.queue.run(inBackground, signal, () => look(dataSource, plan.expr, end, signal));
      },
    },
    queryClient,
  );
  if (plan === undefined || found.isError) return { kind: 'unknown' };
  if (!found.data) return 'looking';
  return emptyReason({
    ...found.data,
    targets,
    scrapeInterval: intervalOf(plan.expr),
    windows: windows(plan.expr),
  });
}

async function look({ client }: DataSource, expr: string, end: number, signal: AbortSignal) {
  const names = metricNames(expr);
  const texts = selectors(expr).map(({ text }) => text);
  const window = { start: end - LOOK_BACK, end };
  const known =
    names.length === 0
      ? []
      : (await client.labelValues('__name__', { match: names.map(bareSelector), ...window }, signal)).data;
  const result = { names, known: new Set(known), end };
  if (known.length < names.length || texts.length === 0) return { ...result, selectors: [] };
  // The newest sample of each selector, with the labels of its series; one answer for all of them.
  const parts = texts.map(
    (text, i) =>
      `label_replace(topk(1, max_over_time(timestamp(${text})[1d:5m])), "mirante_selector", "${i}", "__name__", ".*")`,
  );
  const { frame } = await client.query({ expr: parts.join(' or '), time: end }, signal);
  return {
    ...result,
    selectors: texts.map((text, i) => {
      const series = frame.series.find(({ labels }) => labels.mirante_selector === String(i));
      return { text, newest: series ? (series.values[0] ?? 0) * 1000 : null, labels: series?.labels ?? {} };
    }),
  };
}

const bareSelector = (name: string) => `{__name__=${JSON.stringify(name)}}`;
