import type { QueryPlan } from '../prometheus/plan.ts';
import type { QueryResult } from '../prometheus/types.ts';
import type { DataSource } from './dataSource.ts';
import type { Question } from './useAnswers.ts';

/** An answer with how long it took to come, ms, waiting in the page's queue not counted. */
export interface TimedResult {
  readonly plan: QueryPlan;
  readonly result: QueryResult;
  readonly took: number;
  /** When it came, epoch ms of the browser. */
  readonly answeredAt: number;
}

/**
 * Asks a plan. The plan is the key, so that equal plans are one request; two plans that differ in time only are one
 * subject. `ago` (ms) tells a plan of an earlier time, asked for comparison, from the plan of now: what was is never kept
 * in the place of what is.
 */
export function planQuestion(dataSource: DataSource, plan: QueryPlan, ago = 0): Question<TimedResult> {
  return {
    key: ['plan', plan],
    subject: JSON.stringify([plan.dataSource, plan.kind, plan.expr, ago]),
    ask: (signal, standing) =>
      dataSource.queue.run(standing, signal, async () => {
        const startedAt = performance.now();
        const result = await dataSource.ranges.fetch(plan, signal);
        return { plan, result, took: performance.now() - startedAt, answeredAt: Date.now() };
      }),
  };
}
