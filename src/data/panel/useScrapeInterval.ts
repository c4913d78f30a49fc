import { useQuery } from '@tanstack/react-query';
import { later } from '../../model/later.ts';
import type { Target } from '../../model/target.ts';
import { PrometheusError } from '../../prometheus/errors.ts';
import { isNotOffered } from '../../prometheus/notOffered.ts';
import { inBackground } from '../asking/standing.ts';
import type { DataSource } from '../source/dataSource.ts';

/** Scrape intervals change when somebody changes the configuration; asked again this seldom, ms. */
const WORTH_ASKING_AGAIN = 10 * 60_000;

interface Discovered {
  readonly intervalOf: (expr: string) => number;
  readonly targets: readonly Target[];
}

/** Prometheus's habit, taken until it is known better. */
const usual: Discovered = { intervalOf: () => 15_000, targets: [] };

/**
 * How often a data source scrapes what an expression reads, ms. Panels do not wait for it: until it is known the usual
 * 15 s are taken, and a plan that turns out too fine is planned again. A server without a list of targets (or one that
 * does not show it) leaves it at that.
 */
export function useScrapeInterval(dataSource: DataSource): Discovered {
  const { data = usual } = useQuery({
    queryKey: ['scrape intervals', dataSource.id],
    queryFn: ({ signal, client, queryKey }) =>
      later(() => dataSource.queue.run(inBackground, signal, () => discover(dataSource, signal))).catch(
        (error: unknown) => {
          // An answer as well: as an error it would be asked for again at each tick.
          if (isNotOffered(error) || isRefused(error)) return client.getQueryData<Discovered>(queryKey) ?? usual;
          throw error;
        },
      ),
    staleTime: WORTH_ASKING_AGAIN,
    refetchInterval: WORTH_ASKING_AGAIN,
    gcTime: Number.POSITIVE_INFINITY,
  });
  return data;
}

const isRefused = (error: unknown) => error instanceof PrometheusError && error.kind === 'unauthorized';

/** What reads expressions and configurations is loaded here, after the first panels have been drawn. */
async function discover({ client }: DataSource, signal: AbortSignal): Promise<Discovered> {
  const [{ data }, { matchedJobs }, { scrapeIntervalOf }] = await Promise.all([
    client.targets('active', signal),
    import('../../prometheus/analysis.ts'),
    import('../../prometheus/scrapeInterval.ts'),
  ]);
  const targets = data.active;
  // Where nothing is scraped, no configuration of scraping says how often samples come.
  const isTold = targets.length === 0 || targets.some(({ scrapeInterval }) => scrapeInterval !== null);
  const configYaml = isTold
    ? null
    : await client.config(signal).then(
        ({ data: yaml }) => yaml,
        () => null,
      );
  // Each panel asks at every tick, and reading an expression takes its time.
  const known = new Map<string, number>();
  const intervalOf = (expr: string) => {
    const interval = known.get(expr) ?? scrapeIntervalOf({ targets, configYaml, jobs: matchedJobs(expr) });
    known.set(expr, interval);
    return interval;
  };
  return { intervalOf, targets };
}
