import type { FleetTarget } from '../fleet/types.ts';
import { PromqlError } from '../promql/errors.ts';
import { matchesAll } from '../promql/matchers.ts';
import { ApiError } from './api/errors.ts';
import { query, queryRange } from './api/query.ts';
import { failure, refusal, replyOf, success } from './api/reply.ts';
import { type Endpoint, type Server, upToNow } from './api/server.ts';
import type { RuleFile, Rules, SampleStore } from './types.ts';

export interface PrometheusOptions {
  readonly targets: readonly FleetTarget[];
  readonly ruleFiles: readonly RuleFile[];
  /** Epoch ms. */
  readonly now?: () => number;
}

interface Route {
  readonly methods: readonly string[];
  readonly answer: Endpoint;
}

const get = (answer: Endpoint): Route => ({ methods: ['GET'], answer });
const getOrPost = (answer: Endpoint): Route => ({ methods: ['GET', 'POST'], answer });

const routes: ReadonlyMap<string, Route> = new Map([
  ['query', getOrPost(query)],
  ['query_range', getOrPost(queryRange)],
  ['targets', get(() => replyOf({ activeTargets: [], droppedTargets: [], droppedTargetCounts: {} }))],
  ['alerts', get(() => replyOf({ alerts: [] }))],
]);

/**
 * A Prometheus over a simulated fleet: answers any request of its HTTP API, which is found by what follows `/api/v1/`
 * in the path. It never rejects.
 */
export function createPrometheus(options: PrometheusOptions): (request: Request) => Promise<Response> {
  const { targets, ruleFiles, now = Date.now } = options;
  const rules: Rules = { store: standIn(targets), groupsAt: () => [] };
  const server: Server = { targets, ruleFiles, rules, store: upToNow(rules.store, now), startedAt: now(), now };

  return async (request) => {
    const url = new URL(request.url);
    const route = routes.get(url.pathname.replace(/^.*?\/api\/v1\//, ''));
    if (!route) return refusal(404);
    if (!route.methods.includes(request.method)) return refusal(405, route.methods);
    try {
      const form = request.method === 'POST' ? await request.text() : '';
      const parameters = new URLSearchParams([...new URLSearchParams(form), ...url.searchParams]);
      return success(route.answer(parameters, server));
    } catch (error) {
      if (error instanceof ApiError) return failure(error);
      if (error instanceof PromqlError) return failure(new ApiError(error.errorType, error.message));
      return failure(new ApiError('internal', error instanceof Error ? error.message : String(error)));
    }
  };
}

/** Every series sampled each 15 s. */
function standIn(targets: readonly FleetTarget[]): SampleStore {
  const series = targets.flatMap(({ job, instance, families, isUpAt }) =>
    families.flatMap((family) =>
      family.series.map(({ name, labels, valueAt }) => ({
        labels: { __name__: name, ...labels, job, instance },
        valueAt: (time: number) => (isUpAt(time) ? valueAt(time) : null),
      })),
    ),
  );
  return {
    *select(matchers, from, to) {
      for (const { labels, valueAt } of series) {
        if (!matchesAll(matchers, labels)) continue;
        const samples: [number, number][] = [];
        for (let time = Math.ceil(from / 15_000) * 15_000; time <= to; time += 15_000) {
          const value = valueAt(time);
          if (value !== null) samples.push([time, value]);
        }
        const times = Float64Array.from(samples, ([time]) => time);
        yield { labels, times, values: Float64Array.from(samples, ([, value]) => value), stale: null };
      }
    },
    labelSets: () => [],
  };
}
