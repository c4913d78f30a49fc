import { useCallback, useMemo, useState } from 'react';
import type { Panel, PanelQuery } from '../model/dashboard.ts';

/** How a viewer makes an answer of too many series smaller. */
export type Reduction =
  | { readonly kind: 'top' }
  /** `label` is the one label that stays. */
  | { readonly kind: 'sum'; readonly label: string };

/** Series that `topk` keeps at each step. */
export const TOP = 20;

/** The expression, wrapped whole. Variables may still stand in it. */
function reducedExpr(expr: string, reduction: Reduction): string {
  // A comment at its end must not take the bracket with it.
  const inner = expr.includes('#') ? `${expr}\n` : expr;
  return reduction.kind === 'top' ? `topk(${TOP}, ${inner})` : `sum by (${labelInExpr(reduction.label)}) (${inner})`;
}

/** Prometheus 3 allows any text as a name, in quotes. */
function labelInExpr(label: string): string {
  return /^[A-Za-z_]\w*$/.test(label) ? label : JSON.stringify(label);
}

export interface Reductions {
  /** The panel with the queries that are asked in the place of its own. */
  readonly panel: Panel;
  /** By the index of the query. */
  readonly chosen: ReadonlyMap<number, Reduction>;
  /** null undoes it. */
  readonly choose: (query: number, reduction: Reduction | null) => void;
}

const none: ReadonlyMap<number, Reduction> = new Map();

/** What the viewer chose for a panel whose answers were cut. It holds until the panel is left, and is not in the address. */
export function useReductions(panel: Panel): Reductions {
  const [chosen, setChosen] = useState(none);
  const choose = useCallback(
    (query: number, reduction: Reduction | null) =>
      setChosen((last) => {
        const next = new Map(last);
        if (reduction === null) next.delete(query);
        else next.set(query, reduction);
        return next;
      }),
    [],
  );
  const reduced = useMemo(() => {
    if (chosen.size === 0) return panel;
    return { ...panel, queries: panel.queries.map((query, i) => reducedQuery(query, chosen.get(i))) };
  }, [panel, chosen]);
  return { panel: reduced, chosen, choose };
}

function reducedQuery(query: PanelQuery, reduction: Reduction | undefined): PanelQuery {
  if (reduction === undefined) return query;
  const expr = reducedExpr(query.expr, reduction);
  if (reduction.kind === 'top') return { ...query, expr };
  // The legend may name labels that are no longer there.
  const { legend: _, ...rest } = query;
  return { ...rest, expr };
}
