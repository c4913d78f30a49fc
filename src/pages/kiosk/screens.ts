import type { Dashboard, Panel, Row } from '../../model/dashboard.ts';

/** Columns of the board's grid. */
const columns = 12;
/** What fits on one screen so that it can be read across a room: a line of figures and two of charts. */
const room = 5;

/** How much of a screen's height a line of panels needs, against a line of figures. */
const needOf = (line: readonly Panel[]) => (line.every(({ kind }) => flat.has(kind)) ? 1 : 2);
const flat: ReadonlySet<Panel['kind']> = new Set(['stat', 'text']);

/**
 * A dashboard as boards that each fit on one screen, in its order and about equally full. Rows are cut between lines of
 * panels; one that repeats stays whole, since how often it does depends on the data. Collapsed rows are left out.
 */
export function screensOf(dashboard: Dashboard): readonly Dashboard[] {
  const lines = dashboard.rows.filter(({ collapsed }) => !collapsed).flatMap(linesOf);
  let left = lines.reduce((sum, { panels }) => sum + needOf(panels), 0);
  const screens: Row[][] = [];
  let screensLeft = Math.max(1, Math.ceil(left / room));
  let filled = 0;
  for (const line of lines) {
    const need = needOf(line.panels);
    const screen = screens.at(-1);
    // Half a line too much is nearer to an even share than half a line too little.
    const isFull = filled + need > room || (screensLeft > 1 && filled + need / 2 > left / screensLeft);
    if (screen === undefined || isFull) {
      if (screen !== undefined) {
        left -= filled;
        screensLeft--;
      }
      screens.push([line]);
      filled = need;
    } else {
      screen.push(line);
      filled += need;
    }
  }
  return screens.map((rows) => ({ ...dashboard, rows }));
}

/** A row as rows of one line of panels each. */
function linesOf(row: Row): readonly Row[] {
  if (row.repeat !== undefined) return [row];
  const lines: Panel[][] = [];
  let taken = columns;
  for (const panel of row.panels) {
    const line = lines.at(-1);
    if (line === undefined || taken + panel.span > columns || panel.repeat !== undefined) {
      lines.push([panel]);
      taken = panel.repeat === undefined ? panel.span : columns;
    } else {
      line.push(panel);
      taken += panel.span;
    }
  }
  return lines.map((panels) => ({ ...row, panels }));
}
