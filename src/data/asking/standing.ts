import { hashKey, type QueryClient, type QueryKey } from '@tanstack/react-query';
import type { Standing } from '../../prometheus/requestQueue.ts';

/** Where a question stands in the page's queue; lower is sooner. */
export const ranks = { inView: 0, nearView: 1, background: 2 } as const;

let keptAwake = 0;

/** Lets the page ask while it is hidden, until the function that is returned is called: a wall. */
export function keepAwake(): () => void {
  keptAwake++;
  return () => {
    keptAwake--;
  };
}

/** Nobody looks at the page: nothing is asked. */
export const isAsleep = (): boolean => document.hidden && keptAwake === 0;

/** For what decides how all else is asked. */
export const inFront: Standing = () => (isAsleep() ? null : ranks.inView);

/** For what serves the page as a whole: after all that is seen. */
export const inBackground: Standing = () => (isAsleep() ? null : ranks.background);

/**
 * As the foremost of those who wait for the answer stand: the observers of a query that are on, with the function `rank` in
 * their `meta`. Null when there is none.
 */
export function standingOf(client: QueryClient, queryKey: QueryKey): Standing {
  const hash = hashKey(queryKey);
  return () => {
    if (isAsleep()) return null;
    let lowest: number | null = null;
    for (const { options } of client.getQueryCache().get(hash)?.observers ?? []) {
      const rank = options.meta?.rank;
      if (options.enabled === false || typeof rank !== 'function') continue;
      const at = Number(rank());
      lowest = Math.min(lowest ?? at, at);
    }
    return lowest;
  };
}
