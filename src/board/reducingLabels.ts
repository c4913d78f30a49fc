import type { Series } from '../model/frame.ts';

/** A label that series were seen with. */
export interface SeenLabel {
  readonly name: string;
  /** Different values that were seen. */
  readonly values: number;
}

/** More lines than this are no smaller answer. */
const MOST_VALUES = 50;

/** The name is the metric's, and these two make numbers of a kind that cannot be added up. */
const notSummed: ReadonlySet<string> = new Set(['__name__', 'le', 'quantile']);

/**
 * The labels by which a sum would reduce these series best, at most three, fewest values first. A label of which all
 * series have the same value tells nothing, and one that most series have to themselves reduces nothing.
 */
export function reducingLabels(series: readonly Series[]): readonly SeenLabel[] {
  const values = new Map<string, Set<string>>();
  for (const { labels } of series) {
    for (const [name, value] of Object.entries(labels)) {
      const seen = values.get(name);
      if (seen === undefined) values.set(name, new Set([value]));
      else seen.add(value);
    }
  }
  return [...values]
    .map(([name, seen]) => ({ name, values: seen.size }))
    .filter((label) => !notSummed.has(label.name) && label.values > 1 && label.values <= MOST_VALUES)
    .filter((label) => label.values * 2 <= series.length)
    .sort((a, b) => a.values - b.values || (a.name < b.name ? -1 : 1))
    .slice(0, 3);
}
