import { useCallback, useEffect, useState } from 'react';
import { type Explored, type ExploreQuery, encodeExplored } from '../../view/explored.ts';
import { browserKeep, keepDraft, readDraft } from './kept.ts';

/** A query that is being edited; `id` tells it from the others as long as the page is open. */
export interface DraftQuery extends ExploreQuery {
  readonly id: number;
}

export interface DraftQueries {
  readonly queries: readonly DraftQuery[];
  /** Says what the queries are now; ids that are new come from `fresh`. */
  readonly set: (change: (queries: readonly DraftQuery[]) => readonly DraftQuery[]) => void;
  /** Says that these queries are what will be in the URL. */
  readonly ran: (explored: Explored) => void;
}

export const emptyQuery: ExploreQuery = { expr: '', legend: '', mode: 'range', isHidden: false };

let lastId = 0;
export const fresh = (query: ExploreQuery): DraftQuery => ({ ...query, id: ++lastId });

/** The queries of a run as one text; '' when there are none. */
function runOf({ queries }: Explored): string {
  if (queries.length === 0) return '';
  const { expr, legend, mode, hide } = encodeExplored({ queries, step: null, at: null, display: 'graph' });
  return JSON.stringify([expr, legend, mode, hide]);
}

interface State {
  /** The run in the URL that was last seen. */
  readonly seen: string;
  /** The run that the queries were edited from. */
  readonly run: string;
  readonly queries: readonly DraftQuery[];
}

/**
 * What is being edited. It begins with what was last edited on this device, where that began with what the URL says (or
 * the URL says nothing), else with the URL. Going back in the history brings back what was run then.
 */
export function useDraft(explored: Explored): DraftQueries {
  const inUrl = runOf(explored);
  const [keep] = useState(browserKeep);
  const [state, setState] = useState((): State => {
    const draft = readDraft(keep);
    const isOfThis = draft !== null && draft.queries.length > 0 && (inUrl === '' || draft.run === inUrl);
    return { seen: inUrl, run: inUrl, queries: editable(isOfThis ? draft.queries : explored.queries) };
  });
  let current = state;
  if (state.seen !== inUrl) {
    const isOurs = state.run === inUrl;
    current = { seen: inUrl, run: inUrl, queries: isOurs ? state.queries : editable(explored.queries) };
    setState(current);
  }
  const { run, queries } = current;
  useEffect(() => {
    keepDraft(keep, { run, queries: queries.map(({ id, ...query }) => query) });
  }, [keep, run, queries]);
  const set = useCallback<DraftQueries['set']>((change) => {
    setState((before) => ({ ...before, queries: change(before.queries) }));
  }, []);
  const ran = useCallback((next: Explored) => setState((before) => ({ ...before, run: runOf(next) })), []);
  return { queries, set, ran };
}

function editable(queries: readonly ExploreQuery[]): readonly DraftQuery[] {
  return (queries.length === 0 ? [emptyQuery] : queries).map(fresh);
}
