import type { Dashboard, Panel, Row } from '../model/dashboard.ts';
import { lineHeight, linesOf } from './layout.ts';

/**
 * What one screen of a wall holds, in the heights that panels have on a page (CSS pixels): a line of figures and two
 * lines of charts, still readable from across the room on the screen's height.
 */
const CAPACITY = 740;

/**
 * A dashboard cut into as many screens as it needs, each a dashboard of its own. Rows stay together where they fit on a
 * screen, but for one that finds a screen not yet half full: what fits of it goes there, lest a few figures fill a wall. Closed rows
 * are left out, and a screen that would be full is never filled further.
 */
export function wallScreens(dashboard: Dashboard): readonly Dashboard[] {
  const screens: Row[][] = [];
  let room = 0;
  for (const row of dashboard.rows.filter(({ collapsed, panels }) => !collapsed && panels.length > 0)) {
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
  return screens.map((rows) => ({ ...dashboard, rows }));

  function startScreen(): number {
    screens.push([]);
    return CAPACITY;
  }

  /** Adds a line to the last screen; one that continues its row there joins it. */
  function addLine(row: Row, line: readonly Panel[], continues: boolean): void {
    const rows = screens.at(-1) ?? [];
    const last = rows.at(-1);
    if (continues && last !== undefined) rows[rows.length - 1] = { ...last, panels: [...last.panels, ...line] };
    else rows.push({ ...row, panels: [...line] });
  }
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
