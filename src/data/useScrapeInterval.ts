import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Target } from '../model/target.ts';
import { matchedJobs } from '../prometheus/analysis.ts';
import { scrapeIntervalOf } from '../prometheus/scrapeInterval.ts';
import type { DataSource } from './dataSource.ts';
import { priorities } from './planQuestion.ts';

/** Scrape intervals change when somebody changes the configuration; asked again this seldom, ms. */
const WORTH_ASKING_AGAIN = 10 * 60_000;

interface Discovered {
  readonly targets: readonly Target[];
  /** Null where the targets told all there is to know, or the server does not show it. */
  readonly configYaml: string | null;
}

const nothing: Discovered = { targets: [], configYaml: null };

/**
 * How often a data source scrapes what an expression reads, ms. Panels do not wait for it: until it is known the usual
 * 15 s are taken, and a plan that turns out too fine is planned again. A server without a list of targets (or one that
 * does not show it) leaves it at that.
 */
export function useScrapeInterval(dataSource: DataSource): {
  readonly intervalOf: (expr: string) => number;
  readonly targets: readonly Target[];
} {
  const { data = nothing } = useQuery({
    queryKey: ['scrape intervals', dataSource.id],
    queryFn: ({ signal }) => dataSource.queue.run(priorities.background, signal, () => discover(dataSource, signal)),
    staleTime: WORTH_ASKING_AGAIN,
    gcTime: Number.POSITIVE_INFINITY,
  });
  const intervalOf = useCallback((expr: string) => scrapeIntervalOf({ ...data, jobs: matchedJobs(expr) }), [data]);
  return { intervalOf, targets: data.targets };
}

async function discover({ client }: DataSource, signal: AbortSignal): Promise<Discovered> {
  const targets = (await client.targets('active', signal)).data.active;
  if (targets.some(({ scrapeInterval }) => scrapeInterval !== null)) return { targets, configYaml: null };
  const configYaml = await client.config(signal).then(
    ({ data }) => data,
    () => null,
  );
  return { targets, configYaml };
}
