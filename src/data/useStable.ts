import { useRef } from 'react';

/** The list of the last render as long as its items are the same ones, so that what depends on it is not done again. */
export function useStableList<T>(list: readonly T[]): readonly T[] {
  const kept = useRef(list);
  if (kept.current.length !== list.length || kept.current.some((item, i) => item !== list[i])) kept.current = list;
  return kept.current;
}

/** The record of the last render as long as its values are the same ones. Its keys must not change. */
export function useStableRecord<T extends object>(record: T): T {
  const values = useStableList(Object.values(record));
  const kept = useRef({ values, record });
  if (kept.current.values !== values) kept.current = { values, record };
  return kept.current.record;
}
