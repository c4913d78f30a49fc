import type { AutoRow } from './rows.ts';

/** The rows with those families that have every word in the name of a metric; rows without any are left out. */
export function fittingRows(rows: readonly AutoRow[], text: string): readonly AutoRow[] {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return rows;
  const fits = (metric: string) => words.every((word) => metric.toLowerCase().includes(word));
  return rows.flatMap((row) => {
    const families = row.families.filter(({ name, metrics }) => fits(name) || metrics.some(fits));
    return families.length === 0 ? [] : [{ ...row, families }];
  });
}
