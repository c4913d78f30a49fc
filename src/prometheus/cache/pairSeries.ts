import type { Series } from '../../model/frame.ts';
import type { Labels } from '../../model/labels.ts';

/** A series in an older answer and in a newer one; null where it is not. */
export type SeriesPair = readonly [old: Series | null, fresh: Series | null];

/**
 * Brings the series of two answers together, in the order in which one answer with all of them would have them: range
 * answers are sorted by labels. Null where the answers are not, since then nobody knows that order.
 */
export function pairSeries(old: readonly Series[], fresh: readonly Series[]): readonly SeriesPair[] | null {
  const areSame = old.length === fresh.length && old.every(({ labels }, i) => areEqual(labels, fresh[i]?.labels ?? {}));
  return areSame ? old.map((series, i) => [series, fresh[i] ?? null]) : merge(old, fresh);
}

/** The usual case of refreshing: nothing is sorted, joined or allocated. */
function areEqual(a: Labels, b: Labels): boolean {
  let more = 0;
  for (const name in a) {
    if (a[name] !== b[name]) return false;
    more++;
  }
  for (const _ in b) more--;
  return more === 0;
}

function merge(old: readonly Series[], fresh: readonly Series[]): readonly SeriesPair[] | null {
  const [oldKeys, freshKeys] = [old.map(sortKey), fresh.map(sortKey)];
  if (!isAscending(oldKeys) || !isAscending(freshKeys)) return null;
  const pairs: SeriesPair[] = [];
  for (let i = 0, j = 0; i < old.length || j < fresh.length; ) {
    const [left, right] = [oldKeys[i], freshKeys[j]];
    const takesOld = right === undefined || (left !== undefined && left <= right);
    const takesFresh = left === undefined || (right !== undefined && right <= left);
    pairs.push([takesOld ? (old[i++] ?? null) : null, takesFresh ? (fresh[j++] ?? null) : null]);
  }
  return pairs;
}

/** Sorts as Prometheus's labels.Compare: name, value, next name; of what is equal so far the shorter first. */
function sortKey({ labels }: Series): string {
  return Object.keys(labels)
    .sort()
    .map((name) => `${name}\0${labels[name]}\0`)
    .join('');
}

function isAscending(keys: readonly string[]): boolean {
  return keys.every((key, i) => i === 0 || (keys[i - 1] ?? '') < key);
}
