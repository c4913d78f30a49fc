import type { Entry } from './entries.ts';
import type { FoundGroup, GroupId } from './search.ts';

/** A line that can be chosen. */
export type Row =
  | { readonly kind: 'entry'; readonly entry: Entry; readonly marks: readonly number[] }
  /** Lists more of a group. */
  | { readonly kind: 'more'; readonly group: GroupId; readonly count: number }
  /** Says what could not be had, and asks for it again. */
  | { readonly kind: 'failed'; readonly text: string; readonly retry: () => void };

/** The lines of a group, in their order. */
export function rowsOfGroup({ group, found, left }: FoundGroup): readonly Row[] {
  return [
    ...found.map(({ entry, marks }): Row => ({ kind: 'entry', entry, marks })),
    ...(left > 0 ? [{ kind: 'more' as const, group: group.id, count: left }] : []),
    ...(group.failure === null ? [] : [{ kind: 'failed' as const, ...group.failure }]),
  ];
}

/** All lines, over the groups. */
export const rowsOf = (groups: readonly FoundGroup[]): readonly Row[] => groups.flatMap(rowsOfGroup);
