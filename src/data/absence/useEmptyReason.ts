import { useQuery, useQueryClient } from '@tanstack/react-query';
import { selectors } from '../../prometheus/analysis.ts';
import type { QueryPlan } from '../../prometheus/plan.ts';
import { windows } from '../../prometheus/windows.ts';
import { inBackground } from '../asking/standing.ts';
import { useScrapeInterval } from '../panel/useScrapeInterval.ts';
import type { DataSource } from '../source/dataSource.ts';
import { type EmptyReason, emptyReason } from './emptyReason.ts';
import { type Findings, lookForSamples, readsOf, whileOf } from './lookForSamples.ts';

/**
 * Why the first of these plans that reads a metric gave nothing; `looking` until that is known. Asked by sight (`isAsked`) with at most
 * two cheap queries, and every few minutes anew; the list of targets is the one that the scrape interval was read from.
 */
export function useEmptyReason(
  dataSource: DataSource,
  plans: readonly QueryPlan[],
  isAsked: boolean,
): EmptyReason | 'looking' {
  const queryClient = useQueryClient();
  const { intervalOf, targets } = useScrapeInterval(dataSource);
  const plan = plans.find(({ expr }) => selectors(expr).length > 0) ?? plans[0];
  const reads = readsOf(plan?.expr ?? '');
  const found = useQuery<Findings | null>(
    {
      queryKey: ['empty', dataSource.id, reads, plan && whileOf(plan)],
      enabled: isAsked && plan !== undefined,
      gcTime: 5 * 60_000,
      placeholderData: (before, query) => (query?.queryKey[2] === reads ? before : undefined),
      queryFn: async ({ signal }) => {
        if (plan === undefined) return null;
        return dataSource.queue.run(inBackground, signal, () => lookForSamples(dataSource.client, plan, signal));
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
