import type { Binary } from './ast.ts';
import { anyPresent, bySignature } from './binary.ts';
import { type Column, mapColumn } from './values.ts';

/** The columns of `and`, `or` and `unless` over `count` times. */
export function evaluateSet(
  { operator, matching }: Binary,
  left: readonly Column[],
  right: readonly Column[],
  count: number,
): Column[] {
  if (operator === 'or') return [...left, ...filterBy(right, left, false)];
  return filterBy(left, right, operator === 'and');

  /** The values for which the other side has, at the same time, a match, or has none. */
  function filterBy(columns: readonly Column[], others: readonly Column[], wanted: boolean): Column[] {
    const matches = bySignature(matching, others);
    return [...bySignature(matching, columns)].flatMap(([signature, members]) => {
      const present = anyPresent(matches.get(signature) ?? [], count);
      return members.map((column) =>
        mapColumn(column, (value, i) => ((present[i] === 1) === wanted ? value : undefined), column.dropName),
      );
    });
  }
}
