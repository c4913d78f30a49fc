import { labelsKey } from '../../src/model/labels.ts';
import { executionError } from './errors.ts';
import type { Column } from './values.ts';

/** The columns, those of the same labels as one. Throws an execution error where two of them have a value at one time. */
export function mergeAlike(columns: readonly Column[]): Column[] {
  const results = new Map<string, Column>();
  for (const column of columns) {
    const key = labelsKey(column.labels);
    const held = results.get(key);
    results.set(key, held ? merge(held, column) : column);
  }
  return [...results.values()];
}

function merge(held: Column, column: Column): Column {
  const values = held.values.slice();
  const present = held.present.slice();
  for (const [i, there] of column.present.entries()) {
    if (there !== 1) continue;
    if (present[i] === 1) throw executionError('vector cannot contain metrics with the same labelset');
    values[i] = column.values[i] ?? 0;
    present[i] = 1;
  }
  return { ...held, values, present };
}
