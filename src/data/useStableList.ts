import { useRef } from 'react';

/** The list of the last render as long as its items are the same ones, so that what depends on it is not done again. */
export function useStableList<T>(list: readonly T[]): readonly T[] {
  const kept = useRef(list);
  if (kept.current.length !== list.length || kept.current.some((item, i) => item !== list[i])) kept.current = list;
  return kept.current;
}
