import { type Labels, labelsKey } from '../../model/labels.ts';
import type { Reading } from '../../model/readings.ts';

/** The readings of all queries that have the same labels. */
export interface JoinedRow {
  readonly key: string;
  readonly labels: Labels;
  /** One for each query; null where the query has no such series. */
  readonly readings: readonly (Reading | null)[];
}

/**
 * Joins the series of several queries by equal labels. The metric's name does not count, so that different metrics of
 * one thing meet in one row, unless a query gives two series that differ in nothing else.
 */
export function joinRows(readings: readonly Reading[], queries: number): readonly JoinedRow[] {
  const real = readings.filter((reading) => reading.value !== 'absent' || Object.keys(reading.labels).length > 0);
  const nameless = real.map((reading) => `${reading.answer}${labelsKey(withoutName(reading.labels))}`);
  const labelsOf = new Set(nameless).size === real.length ? withoutName : (labels: Labels) => labels;
  const rows = new Map<string, { labels: Labels; readings: (Reading | null)[] }>();
  for (const reading of real) {
    const labels = labelsOf(reading.labels);
    const key = labelsKey(labels);
    const row = rows.get(key) ?? { labels, readings: Array.from({ length: queries }, () => null) };
    row.readings[reading.answer] = reading;
    rows.set(key, row);
  }
  return [...rows].map(([key, row]) => ({ key, ...row }));
}

function withoutName({ __name__: _, ...labels }: Labels): Labels {
  return labels;
}

/** Labels worth a column: those whose values are not the same in every row; all of them where nothing tells rows apart. */
export function columnLabels(rows: readonly JoinedRow[]): string[] {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row.labels)))].sort();
  const differing = names.filter((name) => rows.some((row) => row.labels[name] !== rows[0]?.labels[name]));
  return differing.length > 0 ? differing : names;
}
