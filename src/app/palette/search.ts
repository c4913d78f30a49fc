import type { Entry } from './entries.ts';
import { marksOf, scoreOf } from './match.ts';

export const groupIds = [
  'recent',
  'boards',
  'pages',
  'actions',
  'ranges',
  'panels',
  'alerts',
  'targets',
  'metrics',
] as const;
export type GroupId = (typeof groupIds)[number];

/** The entries of one source, and how it fares. */
export interface Group {
  readonly id: GroupId;
  readonly entries: readonly Entry[];
  /** Whether it is listed before anything is typed. */
  readonly isOpen: boolean;
  readonly isLoading: boolean;
  /** What could not be had of it, in words; null while all is well. */
  readonly failure: { readonly text: string; readonly retry: () => void } | null;
}

export interface FoundEntry {
  readonly entry: Entry;
  readonly marks: readonly number[];
}

/** What is listed of a group. */
export interface FoundGroup {
  readonly group: Group;
  readonly found: readonly FoundEntry[];
  /** How many more there are than are listed. */
  readonly left: number;
}

/** Entries of a group that are listed at first, and that each wish for more adds. */
const FIRST = 6;
const MORE = 50;

/**
 * What to list for these words, the group with the best entry first; without words each open group as it is.
 * @param wishes how often more of a group was wished for
 */
export function search(
  groups: readonly Group[],
  words: readonly string[],
  wishes: ReadonlyMap<GroupId, number>,
): readonly FoundGroup[] {
  const listed = groups.flatMap((group) => {
    const room = FIRST + MORE * (wishes.get(group.id) ?? 0);
    const ranked = words.length === 0 ? (group.isOpen ? group.entries.map(unranked) : []) : ranking(group, words);
    if (ranked.length === 0 && group.failure === null && !(group.isLoading && words.length > 0)) return [];
    // One more takes no more room than the line that says so.
    const shown = ranked.length === room + 1 ? room + 1 : room;
    const found = ranked.slice(0, shown).map(({ entry }) => ({ entry, marks: marksOf(entry, words) }));
    return [{ group, found, left: ranked.length - found.length, best: ranked[0]?.score ?? -1000 }];
  });
  const order = ({ group }: FoundGroup) => groupIds.indexOf(group.id);
  return listed.toSorted((a, b) => (words.length === 0 ? 0 : b.best - a.best) || order(a) - order(b));
}

const unranked = (entry: Entry) => ({ entry, score: 0 });

type Ranked = readonly { readonly entry: Entry; readonly score: number }[];

/** What was found last in a list: moving through the rows, and another source's answer, search nothing again. */
const rankings = new WeakMap<readonly Entry[], { readonly words: string; readonly ranked: Ranked }>();

function ranking({ id, entries }: Group, words: readonly string[]): Ranked {
  // What was chosen before is found in its own group as well.
  if (id === 'recent') return [];
  const kept = rankings.get(entries);
  if (kept?.words === words.join(' ')) return kept.ranked;
  const ranked = entries
    .flatMap((entry) => {
      const score = scoreOf(entry, words);
      return score === null ? [] : [{ entry, score }];
    })
    .sort((a, b) => b.score - a.score);
  rankings.set(entries, { words: words.join(' '), ranked });
  return ranked;
}
