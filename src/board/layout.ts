import type { Dashboard, Panel, Row } from '../model/dashboard.ts';
import { panelRegistry } from '../panels/registry.ts';
import type { VariableValues } from '../prometheus/interpolate.ts';

/** A panel as it stands on the board: once, or once for each value of the variable by which it (or its row) repeats. */
export interface PanelInstance {
  /** Unique on the page: the panel's id, and `<id>--<value>` where it repeats. */
  readonly id: string;
  readonly panel: Panel;
  readonly variables: VariableValues;
  /** The variable by which it (or its row) repeats while that has no values: it then stands for its repetitions. */
  readonly awaits: string | null;
}

export interface RowInstance {
  /** Stable for one board and one value: the key under which its collapse is remembered. */
  readonly id: string;
  readonly row: Row;
  readonly variables: VariableValues;
  readonly panels: readonly PanelInstance[];
}

/**
 * Rows and panels with every repetition written out. What repeats by a variable without values (yet) stands there once, so that
 * it can be said what becomes of it.
 */
export function layOut(dashboard: Dashboard, variables: VariableValues): readonly RowInstance[] {
  return dashboard.rows.flatMap((row, index) =>
    repeatBy(row.repeat, variables).map((inRow) => ({
      id: `${index}${inRow.suffix}`,
      row,
      variables: inRow.variables,
      panels: row.panels.flatMap((panel) =>
        repeatBy(inRow.awaits === null ? panel.repeat : undefined, inRow.variables).map((inPanel) => ({
          id: `${panel.id}${inRow.suffix}${inPanel.suffix}`,
          panel,
          variables: inPanel.variables,
          awaits: inRow.awaits ?? inPanel.awaits,
        })),
      ),
    })),
  );
}

/** The panel that `?panel=` names: an instance's own id, a panel's id (its first repetition), or what stands for its repetitions. */
export function findPanel(rows: readonly RowInstance[], id: string): PanelInstance | null {
  const panels = rows.flatMap((row) => row.panels);
  const standsFor = ({ id: own, panel, awaits }: PanelInstance) =>
    panel.id === id || (awaits !== null && id.startsWith(`${own}--`));
  return panels.find((panel) => panel.id === id) ?? panels.find(standsFor) ?? null;
}

interface Repetition {
  readonly suffix: string;
  readonly variables: VariableValues;
  readonly awaits: string | null;
}

function repeatBy(name: string | undefined, variables: VariableValues): readonly Repetition[] {
  const values = name === undefined ? [] : (variables.get(name)?.values ?? []);
  if (name === undefined || values.length === 0) return [{ suffix: '', variables, awaits: name ?? null }];
  return values.map((value) => ({
    suffix: `--${value}`,
    variables: new Map(variables).set(name, { values: [value], all: false }),
    awaits: null,
  }));
}

const COLUMNS = 12;

/** Height of a panel on a page, head included, CSS pixels. */
export function heightOf(panel: Panel): number {
  return panel.height ?? panelRegistry[panel.kind].height;
}

/** The lines into which panels wrap on 12 columns. */
export function linesOf(panels: readonly PanelInstance[]): readonly (readonly PanelInstance[])[] {
  const lines: PanelInstance[][] = [];
  let room = 0;
  for (const instance of panels) {
    const { span } = instance.panel;
    if (span > room) {
      lines.push([]);
      room = COLUMNS;
    }
    lines.at(-1)?.push(instance);
    room -= span;
  }
  return lines;
}

/** Panels side by side are as high as the highest of them, CSS pixels. */
export function lineHeight(line: readonly PanelInstance[]): number {
  return Math.max(0, ...line.map(({ panel }) => heightOf(panel)));
}
