import { replaceEqualDeep } from '@tanstack/react-query';
import { useRef } from 'react';

/** What was given earlier, as long as what is given now says the same: plain objects, arrays and values, compared to their depth. */
export function useSame<T>(given: T): T {
  const kept = useRef(given);
  kept.current = replaceEqualDeep(kept.current, given);
  return kept.current;
}
