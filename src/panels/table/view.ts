import type { Absence } from '../../model/absence.ts';
import type { Tone } from '../../model/thresholds.ts';

export interface Column {
  /** The label's name or the query's id. */
  readonly name: string;
  readonly title: string;
  readonly numeric: boolean;
  readonly align: 'left' | 'right';
  readonly show: 'text' | 'color' | 'bar';
}

export interface Cell {
  readonly text: string;
  /** Orders the rows, and is what machines get; null for what is not there. */
  readonly raw: number | string | null;
  readonly tone: Tone | null;
  /** Why there is no value; null where there is one. */
  readonly absence: Absence['kind'] | null;
  /** How far its bar goes, 0 to 1; null without one. */
  readonly share: number | null;
}

export interface Row {
  readonly key: string;
  /** One for each column. */
  readonly cells: readonly Cell[];
}

export interface TableView {
  readonly columns: readonly Column[];
  /** In the order of the options. */
  readonly rows: readonly Row[];
  /** How many there are; more than `rows` when the limit cut them. */
  readonly total: number;
}
