import type { Cell, Column, Row } from './view.ts';

export interface Order {
  /** A column's name. */
  readonly column: string;
  readonly direction: 'ascending' | 'descending';
}

/** Rows in an order; what is not there, and what is not a number, comes last either way. Equal rows keep their order. */
export function sortRows(rows: readonly Row[], columns: readonly Column[], order: Order | undefined): readonly Row[] {
  const at = columns.findIndex((column) => column.name === order?.column);
  if (at === -1) return rows;
  const sign = order?.direction === 'descending' ? -1 : 1;
  return rows.toSorted((a, b) => {
    const [x, y] = [rawOf(a.cells[at]), rawOf(b.cells[at])];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return sign * compare(x, y);
  });
}

function rawOf(cell: Cell | undefined): number | string | null {
  const raw = cell?.raw ?? null;
  return Number.isNaN(raw) ? null : raw;
}

let collator: Intl.Collator | undefined;

function compare(a: number | string, b: number | string): number {
  if (typeof a === 'number' && typeof b === 'number') return a === b ? 0 : a < b ? -1 : 1;
  collator ??= new Intl.Collator('en', { numeric: true });
  return collator.compare(String(a), String(b));
}

/** Rows in which a cell holds the text, whatever its case. */
export function filterRows(rows: readonly Row[], text: string): readonly Row[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return rows;
  return rows.filter((row) => row.cells.some((cell) => cell.text.toLowerCase().includes(wanted)));
}

/** What a click on a column's head makes of the order: first its natural direction, then the other, then none. */
export function nextOrder(column: Column, current: Order | undefined): Order | undefined {
  const natural = column.numeric ? 'descending' : 'ascending';
  if (current?.column !== column.name) return { column: column.name, direction: natural };
  if (current.direction !== natural) return undefined;
  return { column: column.name, direction: natural === 'descending' ? 'ascending' : 'descending' };
}
