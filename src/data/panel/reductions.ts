import { useCallback, useMemo, useState } from 'react';
import type { Panel, PanelQuery } from '../../model/dashboard.ts';

/** How a viewer makes an answer of too many series smaller. */
export type Reduction =
  | { readonly kind: 'top' }
  /** `label` is the one label that stays. */
  | { readonly kind: 'sum'; readonly label: string };

/** A reduction and the query that is asked for it. */
export interface ReducedQuery {
  readonly reduction: Reduction;
  readonly query: PanelQuery;
}

export interface Reductions {
  /** The panel with the queries that are asked in the place of its own. */
  readonly panel: Panel;
  /** By the index of the query. */
  readonly chosen: ReadonlyMap<number, ReducedQuery>;
  /** null undoes it. */
  readonly choose: (query: number, reduced: ReducedQuery | null) => void;
}

const none: Reductions['chosen'] = new Map();

/** What the viewer chose for a panel whose answers were cut. It holds until the panel is left, and is not in the address. */
export function useReductions(panel: Panel): Reductions {
  const [chosen, setChosen] = useState(none);
  const choose = useCallback<Reductions['choose']>(
    (query, reduced) =>
      setChosen((last) => {
        const next = new Map(last);
        if (reduced === null) next.delete(query);
        else next.set(query, reduced);
        return next;
      }),
    [],
  );
  const reduced = useMemo(() => {
    if (chosen.size === 0) return panel;
    return { ...panel, queries: panel.queries.map((query, i) => chosen.get(i)?.query ?? query) };
  }, [panel, chosen]);
  return { panel: reduced, chosen, choose };
}
