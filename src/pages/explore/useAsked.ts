import { useCallback, useMemo, useState } from 'react';
import { planQuestion, type TimedResult } from '../../data/asking/planQuestion.ts';
import { type Answer, useAnswers } from '../../data/asking/useAnswers.ts';
import type { QueryPlan } from '../../prometheus/plan.ts';
import type { ExploreQuery } from '../../view/explored.ts';
import type { MeteredSource } from './meteredSource.ts';

/** A query that was run, as its panel asks it, and what came of it. */
export interface Asked {
  readonly query: ExploreQuery;
  readonly plan: QueryPlan;
  readonly answer: Answer<TimedResult>;
}

export type PanelId = 'range' | 'instant';

/** The queries that are asked, by the panel that shows them. */
export function split(queries: readonly ExploreQuery[]): Readonly<Record<PanelId, readonly ExploreQuery[]>> {
  const asked = queries.filter(({ isHidden }) => !isHidden);
  return {
    range: asked.filter(({ mode }) => mode === 'range'),
    instant: asked.filter(({ mode }) => mode === 'instant'),
  };
}

const noPlans: Readonly<Record<PanelId, readonly QueryPlan[]>> = { range: [], instant: [] };

/**
 * What the panels ask and get. They say what they plan (`onPlans`), and a plan is the key of its answer, so that nothing is
 * asked twice.
 */
export function useAsked(queries: readonly ExploreQuery[], source: MeteredSource) {
  const [plans, setPlans] = useState(noPlans);
  const onPlans = useCallback((panel: string, list: readonly QueryPlan[]) => {
    setPlans((before) => ({ ...before, [panel]: list }));
  }, []);
  const pairs = useMemo(() => {
    const byPanel = split(queries);
    const pair = (panel: PanelId) =>
      byPanel[panel].flatMap((query, i) => {
        const plan = plans[panel][i];
        // Between a run and its plans the plans are those of the run before.
        return plan?.expr === query.expr.trim() ? [{ query, plan }] : [];
      });
    return [...pair('range'), ...pair('instant')];
  }, [queries, plans]);
  const answers = useAnswers(
    pairs.map(({ plan }) => planQuestion(source.dataSource, plan)),
    true,
  );
  const asked = pairs.flatMap(({ query, plan }, i): Asked[] => {
    const answer = answers[i];
    return answer === undefined ? [] : [{ query, plan, answer }];
  });
  return { asked, onPlans };
}
