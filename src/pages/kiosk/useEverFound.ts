import { useState } from 'react';

/**
 * The ids of the packs that were found at any time since the wall was loaded. A system whose last sample is older than what
 * its detection looks back on is down, and a wall goes on saying so.
 */
export function useEverFound(found: ReadonlyMap<string, boolean | null>): ReadonlySet<string> {
  const [ever, setEver] = useState<ReadonlySet<string>>(new Set());
  const news = [...found].flatMap(([id, isFound]) => (isFound === true && !ever.has(id) ? [id] : []));
  if (news.length === 0) return ever;
  const all = new Set([...ever, ...news]);
  setEver(all);
  return all;
}
