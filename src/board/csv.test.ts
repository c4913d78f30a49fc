import { expect, it } from 'vitest';
import { toCsv } from './csv.ts';

const table = (...cells: (string | number | null)[]) => ({
  columns: cells.map((_, i) => ({ name: `c${i}`, numeric: false })),
  rows: [cells.map((raw) => ({ raw, text: '' }))],
});

it.each([
  { name: 'numbers as they are', cells: [1.5, -2, Number.NaN, Number.POSITIVE_INFINITY], row: '1.5,-2,NaN,Infinity' },
  { name: 'absent is an empty cell, not zero', cells: [null, 0], row: ',0' },
  { name: 'quotes and commas', cells: ['a,b', 'say "x"'], row: '"a,b","say ""x"""' },
  { name: 'line breaks', cells: ['a\nb'], row: '"a\nb"' },
  { name: 'no formulas', cells: ['=1+1', '@x', '-y'], row: "'=1+1,'@x,'-y" },
])('$name', ({ cells, row }) => {
  expect(toCsv(table(...cells))).toBe(`${cells.map((_, i) => `c${i}`).join(',')}\r\n${row}\r\n`);
});
