import { queryOptions, useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { inFront } from '../../data/asking/standing.ts';
import type { DataSource } from '../../data/source/dataSource.ts';
import type { Labels } from '../../model/labels.ts';
import { quoted, sampleOf } from './expressions.ts';
import { type Family, familiesOf } from './families.ts';
import type { AutoRow } from './rows.ts';
import { splitLabel } from './split.ts';

/** Metrics come and go with deployments, ms. */
const FRESH = 5 * 60_000;
/** Metrics that were there so long ago are not looked for, ms. */
const REACH = 60 * 60_000;
/** Of a job with more metrics the first are shown. */
const MOST = 10_000;

/** What a job measures. */
export interface Job {
  readonly families: readonly Family[];
  /** Metrics that are shown. */
  readonly shown: number;
  /** Metrics that there are. */
  readonly total: number;
}

/** What a job measures: its names, with what is declared of them. A server that tells no metadata gives the names. */
export function useJob(dataSource: DataSource, job: string) {
  const { client, queue } = dataSource;
  return useQuery({
    queryKey: ['job', dataSource.id, job],
    staleTime: FRESH,
    gcTime: FRESH,
    queryFn: async ({ signal }): Promise<Job> => {
      const match = [`{job=${quoted(job)}, __name__!~"ALERTS|ALERTS_FOR_STATE"}`];
      const [names, metadata] = await Promise.all([
        queue.run(inFront, signal, () => client.labelValues('__name__', { match, start: Date.now() - REACH }, signal)),
        queue
          .run(inFront, signal, () => client.metadata({}, signal))
          .then(
            ({ data }) => data,
            () => ({}),
          ),
      ]);
      const shown = names.data.slice(0, MOST);
      return { families: familiesOf(shown, metadata), shown: shown.length, total: names.data.length };
    },
  });
}

/** The jobs that have data. */
export function useJobs(dataSource: DataSource, isAsked: boolean) {
  const { client, queue } = dataSource;
  return useQuery({
    queryKey: ['jobs', dataSource.id],
    enabled: isAsked,
    queryFn: async ({ signal }): Promise<readonly string[]> => {
      const selection = { start: Date.now() - REACH };
      const { data } = await queue.run(inFront, signal, () => client.labelValues('job', selection, signal));
      return data;
    },
  });
}

/** So many series of so many metrics at once: 960 at most, which every server answers at once and the client keeps all. */
const SERIES = 40;
const METRICS = 24;

export interface Splits {
  /** Whether it is known by which labels the families of a row differ. What could not be asked counts as known: not at all. */
  readonly isKnown: (row: AutoRow) => boolean;
  readonly splitOf: (family: Family) => string | null;
}

/** The label that best tells apart the series of each family in these rows; of others nothing is asked. */
export function useSplits(dataSource: DataSource, job: string, rows: readonly AutoRow[]): Splits {
  const batches = useMemo(() => rows.flatMap(batchesOf), [rows]);
  const answers = useQueries({ queries: batches.map((metrics) => seriesQuery(dataSource, job, metrics)) });
  const signature = answers.map(({ status, fetchStatus }) => `${status} ${fetchStatus}`).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the signature stands for the answers, whose list is new each time
  return useMemo(() => {
    const labels = new Map<string, string | null>();
    batches.forEach((metrics, i) => {
      const answer = answers[i];
      if (answer === undefined || answer.isPending) return;
      for (const metric of metrics) labels.set(metric, splitLabel(answer.data?.get(metric) ?? []));
    });
    return {
      isKnown: (row) => batchesOf(row).every((metrics) => metrics.every((metric) => labels.has(metric))),
      splitOf: (family) => labels.get(sampledOf(family) ?? '') ?? null,
    };
  }, [batches, signature]);
}

function seriesQuery({ id, client, queue }: DataSource, job: string, metrics: readonly string[]) {
  return queryOptions({
    queryKey: ['series of', id, job, metrics],
    staleTime: FRESH,
    gcTime: FRESH,
    queryFn: async ({ signal }): Promise<ReadonlyMap<string, readonly Labels[]>> => {
      const expr = sampleOf(job, metrics, SERIES);
      const { frame } = await queue.run(inFront, signal, () => client.query({ expr }, signal));
      const series = new Map<string, Labels[]>(metrics.map((metric) => [metric, []]));
      for (const { labels } of frame.series) series.get(labels.__name__ ?? '')?.push(labels);
      return series;
    },
  });
}

function batchesOf({ families }: AutoRow): readonly (readonly string[])[] {
  const metrics = families.flatMap((family) => sampledOf(family) ?? []);
  const count = Math.ceil(metrics.length / METRICS);
  return Array.from({ length: count }, (_, i) => metrics.slice(i * METRICS, (i + 1) * METRICS));
}

/** The metric whose series stand for a family's: the one without `le`. Null for what is never split. */
function sampledOf({ kind, metrics }: Family): string | null {
  if (kind === 'info' || kind === 'native-histogram') return null;
  return metrics.find((metric) => /_g?(?:count|sum)$/.test(metric)) ?? metrics[0] ?? null;
}
