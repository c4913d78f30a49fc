import { lineHeight, linesOf, type PanelInstance, type RowInstance } from './layout.ts';

/**
 * What one screen of a wall holds, in the heights that panels have on a page (CSS pixels): a line of figures and two
 * lines of charts, still readable from across the room on the screen's height.
 */
export const CAPACITY = 740;

/**
 * A dashboard's rows, laid out, cut into as many screens as they need. Rows stay together where they fit on a
 * screen, but for one that finds a screen not yet half full: what fits of it goes there, lest a few figures fill a wall. Closed rows
 * are left out, and a screen that would be full is never filled further.
 */
export function wallScreens(laidOut: readonly RowInstance[]): readonly (readonly RowInstance[])[] {
  const screens: RowInstance[][] = [];
  let room = 0;
  for (const row of laidOut.filter(({ row: { collapsed }, panels }) => !collapsed && panels.length > 0)) {
    const lines = linesOf(row.panels);
    const height = sum(lines.map(lineHeight));
    if (height > room && height <= CAPACITY && room < CAPACITY / 2) room = startScreen();
    for (const [i, line] of lines.entries()) {
      const needed = lineHeight(line);
      if (needed > room && room < CAPACITY) room = startScreen();
      addLine(row, line, i > 0 && room < CAPACITY);
      room -= needed;
    }
  }
  return screens;

  function startScreen(): number {
    screens.push([]);
    return CAPACITY;
  }

  /** Adds a line to the last screen; one that continues its row there joins it. */
  function addLine(row: RowInstance, line: readonly PanelInstance[], continues: boolean): void {
    const rows = screens.at(-1) ?? [];
    const last = rows.at(-1);
    if (continues && last !== undefined) rows[rows.length - 1] = { ...last, panels: [...last.panels, ...line] };
    else rows.push({ ...row, panels: [...line] });
  }
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
