import type { PrometheusClient } from './client.ts';
import type { QueryPlan } from './plan.ts';
import type { QueryResult } from './types.ts';

/**
 * Answers plans of one data source. What it promises: the answer equals the one the server gives to the whole plan.
 * It asks for the whole plan each time and keeps nothing.
 */
export interface RangeCache {
  /** Rejects with a PrometheusError. */
  fetch(plan: QueryPlan, signal?: AbortSignal): Promise<QueryResult>;
}

export function createRangeCache(client: Pick<PrometheusClient, 'query' | 'queryRange'>): RangeCache {
  return {
    fetch: (plan, signal) => (plan.kind === 'instant' ? client.query(plan, signal) : client.queryRange(plan, signal)),
  };
}
