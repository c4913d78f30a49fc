import { dropLabels, metricName } from './labels.ts';
import { mergeAlike } from './merge.ts';
import type { Column, Grid, ResultSeries } from './values.ts';

export const nameOnly: ReadonlySet<string> = new Set([metricName]);

/** Takes off the names that no longer fit. Throws an execution error where two series are then the same at a time. */
function unifyNames(columns: readonly Column[]): Column[] {
  const there = columns.filter(({ present }) => present.includes(1));
  return mergeAlike(
    there.map((column) => (column.dropName ? { ...column, labels: dropLabels(column.labels, nameOnly) } : column)),
  );
}

/** The samples of columns over a grid, without names that no longer fit. Throws as `unifyNames` does. */
export function finish(columns: readonly Column[], { start, step }: Grid): ResultSeries[] {
  return unifyNames(columns).map(({ labels, values, present }) => {
    const there = (_: number, i: number): boolean => present[i] === 1;
    return { labels, times: values.map((_, i) => start + i * step).filter(there), values: values.filter(there) };
  });
}
