import type { PanelTable } from '../panels/contract.ts';

/**
 * A table as RFC 4180 text with machine-readable values. A text that a spreadsheet would take for a formula gets an
 * apostrophe in front, since label values are anybody's.
 */
export function toCsv({ columns, rows }: PanelTable): string {
  const lines = [columns.map(({ name }) => cell(name)), ...rows.map((row) => row.map(({ raw }) => cell(raw)))];
  return lines.map((line) => `${line.join(',')}\r\n`).join('');
}

function cell(raw: string | number | null): string {
  if (raw === null) return '';
  if (typeof raw === 'number') return String(raw);
  const text = /^[=+\-@\t\r]/.test(raw) ? `'${raw}` : raw;
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}
