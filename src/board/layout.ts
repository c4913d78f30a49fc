import type { Dashboard, Panel, Row } from '../model/dashboard.ts';
import { panelRegistry } from '../panels/registry.ts';
import type { VariableValues } from '../prometheus/interpolate.ts';

/** A panel as it stands on the board: once, or once for each value of the variable by which it (or its row) repeats. */
export interface PanelInstance {
  /** Unique on the page: the panel's id, and `<id>--<value>` where it repeats. */
  readonly id: string;
  readonly panel: Panel;
  readonly variables: VariableValues;
}

export interface RowInstance {
  /** Stable for one board and one value: the key under which its collapse is remembered. */
  readonly id: string;
  readonly row: Row;
  readonly variables: VariableValues;
  readonly panels: readonly PanelInstance[];
}

/** Rows and panels with every repetition written out. A variable that repeats and has no values yet gives nothing. */
export function layOut(dashboard: Dashboard, variables: VariableValues): readonly RowInstance[] {
  return dashboard.rows.flatMap((row, index) =>
    repeatBy(row.repeat, variables).map(({ suffix: rowSuffix, variables: inRow }) => ({
      id: `${index}${rowSuffix}`,
      row,
      variables: inRow,
      panels: row.panels.flatMap((panel) =>
        repeatBy(panel.repeat, inRow).map(({ suffix, variables: inPanel }) => ({
          id: `${panel.id}${rowSuffix}${suffix}`,
          panel,
          variables: inPanel,
        })),
      ),
    })),
  );
}

/** The panel that `?panel=` names: an instance's own id, or a panel's id (its first repetition). */
export function findPanel(rows: readonly RowInstance[], id: string): PanelInstance | null {
  const panels = rows.flatMap((row) => row.panels);
  return panels.find((panel) => panel.id === id) ?? panels.find(({ panel }) => panel.id === id) ?? null;
}

function repeatBy(name: string | undefined, variables: VariableValues) {
  if (name === undefined) return [{ suffix: '', variables }];
  const values = variables.get(name)?.values ?? [];
  return values.map((value) => ({
    suffix: `--${value}`,
    variables: new Map(variables).set(name, { values: [value], all: false }),
  }));
}

const COLUMNS = 12;

/** Height of a panel on a page, head included, CSS pixels. */
export function heightOf(panel: Panel): number {
  return panel.height ?? panelRegistry[panel.kind].height;
}

/** The lines into which panels wrap on 12 columns. */
export function linesOf(panels: readonly Panel[]): readonly (readonly Panel[])[] {
  const lines: Panel[][] = [];
  let room = 0;
  for (const panel of panels) {
    if (panel.span > room) {
      lines.push([]);
      room = COLUMNS;
    }
    lines.at(-1)?.push(panel);
    room -= panel.span;
  }
  return lines;
}

/** Panels side by side are as high as the highest of them, CSS pixels. */
export function lineHeight(line: readonly Panel[]): number {
  return Math.max(0, ...line.map(heightOf));
}
