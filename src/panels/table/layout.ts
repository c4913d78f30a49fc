import type { TableView } from './view.ts';

/** Height of a row and of the head, CSS pixels: always the same, so that only the rows in sight need to be drawn. */
export function rowHeightFor(textSize: number): number {
  return Math.round(textSize * 2.17);
}

/** Rows drawn beyond the edges, so that a quick scroll shows no gap. */
const beyond = 8;

/** The rows to draw, `from` included, `to` not. Lengths in CSS pixels. */
export function rowsInSight(
  scroll: { readonly top: number; readonly height: number; readonly rowHeight: number },
  count: number,
): { from: number; to: number } {
  const { top, height, rowHeight } = scroll;
  const first = Math.floor(top / rowHeight);
  const last = Math.ceil((top + height) / rowHeight);
  return { from: Math.max(0, Math.min(first, count) - beyond), to: Math.min(count, Math.max(0, last) + beyond) };
}

/**
 * Widths of the columns in characters, from what stands in them: rows that come into sight must not move the columns.
 * Long texts are cut.
 */
export function columnWidths({ columns, rows }: TableView): number[] {
  return columns.map((column, c) => {
    const longest = rows.reduce((most, row) => Math.max(most, row.cells[c]?.text.length ?? 0), 0);
    const extra = { text: 5, color: 7, bar: 12 }[column.show];
    return Math.min(48, Math.max(column.title.length + 2, longest + extra, 5));
  });
}
