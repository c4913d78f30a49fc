import type { ReducedQuery, Reduction } from '../data/panel/reductions.ts';
import type { PanelQuery } from '../model/dashboard.ts';

/** Series that `topk` keeps at each step. */
export const TOP = 20;

/** The query with its expression wrapped whole. Variables may still stand in it. */
export function reduceQuery(query: PanelQuery, reduction: Reduction): ReducedQuery {
  // A comment at its end must not take the bracket with it.
  const inner = query.expr.includes('#') ? `${query.expr}\n` : query.expr;
  if (reduction.kind === 'top') return { reduction, query: { ...query, expr: `topk(${TOP}, ${inner})` } };
  // The legend may name labels that are no longer there.
  const { legend: _, ...rest } = query;
  return { reduction, query: { ...rest, expr: `sum by (${labelInExpr(reduction.label)}) (${inner})` } };
}

/** Prometheus 3 allows any text as a name, in quotes. */
function labelInExpr(label: string): string {
  return /^[A-Za-z_]\w*$/.test(label) ? label : JSON.stringify(label);
}
