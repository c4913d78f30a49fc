import { useCallback, useMemo } from 'react';
import type { View } from './urlState.ts';
import type { Change } from './useView.ts';

interface UseParams {
  /** The values of a key of the URL that a page has for itself, in their order. */
  readonly all: (key: string) => readonly string[];
  /** The first of them, else ''. */
  readonly first: (key: string) => string;
  /** Replaces the values of the named keys; an empty list takes a key out. */
  readonly set: (values: Readonly<Record<string, readonly string[]>>, how: 'push' | 'replace') => void;
}

/** The keys of the URL that belong to one page only: filters, grouping, what is open. They live in `view.rest`. */
export function useParams(rest: View['rest'], change: Change): UseParams {
  const all = useCallback((key: string) => rest.flatMap(([name, value]) => (name === key ? [value] : [])), [rest]);
  const first = useCallback((key: string) => all(key)[0] ?? '', [all]);
  const set = useCallback<UseParams['set']>(
    (values, how) => {
      const given = Object.entries(values).flatMap(([name, list]) => list.map((value) => [name, value] as const));
      change((current) => ({ rest: [...current.rest.filter(([name]) => !(name in values)), ...given] }), how);
    },
    [change],
  );
  return useMemo(() => ({ all, first, set }), [all, first, set]);
}
