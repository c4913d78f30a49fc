import type { QueryPlan } from '../../prometheus/plan.ts';
import type { QueryResult } from '../../prometheus/types.ts';
import type { DataSource } from '../source/dataSource.ts';
import type { Question } from './useAnswers.ts';

/** An answer with how long it took to come, ms, waiting in the page's queue not counted. */
export interface TimedResult {
  readonly plan: QueryPlan;
  readonly result: QueryResult;
  readonly took: number;
  /** When it came, epoch ms of the browser. */
  readonly answeredAt: number;
}

export interface PlanContext {
  /** What the plan is about, whatever its time: its expression, unless that changes with the time. */
  readonly about?: string;
  /**
   * Ms; tells a plan of an earlier time, asked for comparison, from the plan of now: what was is never kept in the place of
   * what is.
   */
  readonly ago?: number;
  /** Nothing that was kept will do. */
  readonly fresh?: boolean;
}

/** What tells plans apart; a list, since the keys of an object are put in order each time that one is looked for. */
function asked(plan: QueryPlan): readonly unknown[] {
  const { dataSource, expr } = plan;
  return plan.kind === 'range' ? [dataSource, expr, plan.start, plan.end, plan.step] : [dataSource, expr, plan.time];
}

/**
 * Asks a plan. The plan is the key, so that equal plans are one request; two plans that differ in time only are one
 * subject.
 */
export function planQuestion(
  dataSource: DataSource,
  plan: QueryPlan,
  { about = plan.expr, ago = 0, fresh = false }: PlanContext = {},
): Question<TimedResult> {
  return {
    key: ['plan', ...asked(plan)],
    subject: JSON.stringify([plan.dataSource, plan.kind, about, ago]),
    isFresh: fresh,
    ask: (signal, standing, isRetry = false) =>
      dataSource.queue.run(standing, signal, async () => {
        const startedAt = performance.now();
        const result = await dataSource.ranges.fetch({ ...plan, fresh: fresh || isRetry }, signal);
        return { plan, result, took: performance.now() - startedAt, answeredAt: Date.now() };
      }),
  };
}
