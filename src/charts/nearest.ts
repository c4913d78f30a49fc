import { type ChartModel, type ChartSeries, sampleIndexAt } from './chart.ts';

/** A series at the crosshair. `position` is where it is drawn (pixels from the top), null when it is not. */
export interface NearRow {
  readonly series: ChartSeries;
  readonly value: number;
  readonly position: number | null;
}

/** A tooltip longer than this takes too long to draw, and to read. */
const maxRows = 12;

/**
 * The series to list at `time`: of those that are shown and have a sample there the `maxRows` nearest to `y` (pixels; null: the
 * largest ones), sorted by value, NaN last. `positionOf` says where the series with this index is drawn. `total` counts all of them.
 */
export function nearestRows(
  model: ChartModel,
  hidden: ReadonlySet<string>,
  time: number,
  y: number | null,
  positionOf: (index: number) => number | null,
): { rows: readonly NearRow[]; total: number } {
  const rows: NearRow[] = [];
  model.series.forEach((series, i) => {
    const at = hidden.has(series.key) ? -1 : sampleIndexAt(series, time);
    const value = series.samples.values[at];
    if (value !== undefined) rows.push({ series, value, position: positionOf(i) });
  });
  const total = rows.length;
  if (total > maxRows) {
    const distance = ({ position }: NearRow) =>
      position === null ? Number.POSITIVE_INFINITY : Math.abs(position - (y ?? 0));
    rows.sort(y === null ? byValue : (a, b) => compare(distance(a), distance(b)));
    rows.length = maxRows;
  }
  return { rows: rows.sort(byValue), total };
}

function byValue(a: NearRow, b: NearRow): number {
  if (Number.isNaN(a.value) || Number.isNaN(b.value))
    return Number(Number.isNaN(a.value)) - Number(Number.isNaN(b.value));
  return compare(b.value, a.value);
}

function compare(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
