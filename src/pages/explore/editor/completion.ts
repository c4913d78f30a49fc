import type { PrometheusClient } from '@prometheus-io/codemirror-promql';
import { EqlRegex, EqlSingle, Neq, NeqRegex } from '@prometheus-io/lezer-promql';
import type { QueryClient } from '@tanstack/react-query';
import { inFront } from '../../../data/asking/standing.ts';
import type { DataSource } from '../../../data/source/dataSource.ts';
import type { Reply } from '../../../prometheus/types.ts';
import { metricsQuery } from '../metrics.ts';

/** Ms for which what was found is offered without asking again. */
const FRESH = 5 * 60_000;
/** Names or values of one question: more than anybody reads through. */
const MOST = 10_000;

/**
 * What the editor completes from: our own client, through the page's queue. Equal questions are asked once in five minutes.
 * What fails completes nothing, since the query itself will say why. `destroy` gives up what is on its way.
 */
export function completionClient(dataSource: DataSource, queryClient: QueryClient): PrometheusClient {
  const owned = new AbortController();
  const ask = async <T>(
    question: readonly unknown[],
    send: (signal: AbortSignal) => Promise<Reply<T>>,
    fallback: T,
  ): Promise<T> => {
    try {
      return await queryClient.fetchQuery({
        queryKey: ['completion', dataSource.id, ...question],
        staleTime: FRESH,
        gcTime: FRESH,
        queryFn: async ({ signal }) => {
          const either = AbortSignal.any([signal, owned.signal]);
          return (await dataSource.queue.run(inFront, either, () => send(either))).data;
        },
      });
    } catch {
      return fallback;
    }
  };
  const metrics = async () => {
    try {
      return await queryClient.fetchQuery(metricsQuery(dataSource));
    } catch {
      return [];
    }
  };
  const { client } = dataSource;
  return {
    labelNames: (metric = '') => {
      const selection = { limit: MOST, ...(metric !== '' && { match: [selectorOf(metric)] }) };
      return ask(['labels', metric], (signal) => client.labels(selection, signal), []).then(copied);
    },
    labelValues: async (label, metric = '', matchers = []) => {
      if (label === '__name__') return (await metrics()).map(({ name }) => name);
      const match = metric === '' ? [] : [selectorOf(metric, matchers, label)];
      const selection = { limit: MOST, match };
      return copied(await ask(['values', label, ...match], (s) => client.labelValues(label, selection, s), []));
    },
    metricMetadata: async () =>
      Object.fromEntries((await metrics()).map(({ name, type, help }) => [name, [{ type, help }]])),
    series: async (metric, matchers = [], label = '') => {
      const match = selectorOf(metric, matchers, label);
      const found = await ask(['series', match], (s) => client.series({ match: [match], limit: 1000 }, s), []);
      return found.map((labels) => new Map(Object.entries(labels)));
    },
    metricNames: async () => (await metrics()).map(({ name }) => name),
    flags: async () => ({}),
    destroy: () => owned.abort(),
  };
}

const copied = (texts: readonly string[]) => [...texts];

type Matchers = NonNullable<Parameters<PrometheusClient['labelValues']>[2]>;

/** Signs of matchers by their terms in the grammar. */
const operators: ReadonlyMap<number, string> = new Map([
  [EqlSingle, '='],
  [Neq, '!='],
  [EqlRegex, '=~'],
  [NeqRegex, '!~'],
]);

/** A selector of a metric, with what else is written about it but the label that is asked for. Values are still escaped. */
function selectorOf(metric: string, matchers: Matchers = [], without = ''): string {
  const others = matchers
    .filter(({ name, value }) => name !== without && name !== '__name__' && value !== '')
    .map(({ type, name, value }) => `${name}${operators.get(type) ?? '='}"${value}"`);
  return `{${[`__name__=${JSON.stringify(metric)}`, ...others].join(',')}}`;
}
