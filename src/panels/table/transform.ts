import { tablePanelTexts } from '../../i18n/apart/panels/table.ts';
import { type Absence, absent, isDown } from '../../model/absence.ts';
import type { Labels } from '../../model/labels.ts';
import { readings, writeValue } from '../../model/readings.ts';
import { unitLabel } from '../../model/units.ts';
import type { PanelEnvironment, PanelProps } from '../contract.ts';
import { columnLabels, type JoinedRow, joinRows } from './join.ts';
import type { ColumnOptions, TableOptions } from './options.ts';
import { sortRows } from './sort.ts';
import type { Cell, Column, TableView } from './view.ts';

/** A column that can make its cells. */
interface Source {
  readonly column: Column;
  readonly cells: (rows: readonly JoinedRow[]) => readonly Cell[];
}

/** Rows by labels, columns for the labels that tell rows apart and for each query. */
export function toRows({ data, options, environment }: PanelProps<TableOptions>): TableView {
  const joined = joinRows(readings(data.results, options.reduce, environment.language, data.down), data.results.length);
  const listed = new Map(options.columns.map((column) => [column.name, column]));
  // What a query has no series for at all, in this row, is down when the row's target is.
  const absenceAt = (labels: Labels, ofQuery: Absence = absent): Absence =>
    isDown(labels, data.down ?? []) ? { kind: 'down', at: null } : ofQuery;
  const queries = data.results.map(({ query, absence }, i) => {
    const name = query.id ?? (data.results.length === 1 ? 'value' : `value_${i + 1}`);
    const legend = query.legend?.[environment.language];
    const why = (labels: Labels) => absenceAt(labels, absence);
    return valueSource({ answer: i, name, given: listed.get(name), legend, absenceAt: why }, options, environment);
  });
  const queryNames = new Set(queries.map((source) => source.column.name));
  const labels = new Set([...options.columns.map((column) => column.name), ...columnLabels(joined)]);
  const sources = [
    ...[...labels]
      .filter((name) => !queryNames.has(name))
      .map((name) => labelSource(name, listed.get(name), environment)),
    ...queries,
  ].filter(({ column }) => !listed.get(column.name)?.hidden);
  const place = new Map(options.columns.map((column, i) => [column.name, i]));
  const ordered = sources.toSorted((a, b) => (place.get(a.column.name) ?? 1e9) - (place.get(b.column.name) ?? 1e9));

  const columns = ordered.map((source) => source.column);
  const byColumn = ordered.map((source) => source.cells(joined));
  const rows = joined.map(({ key }, r) => ({ key, cells: byColumn.flatMap((cells) => cells[r] ?? []) }));
  const sorted = sortRows(rows, columns, options.sort ?? firstFigure(columns));
  return { columns, rows: sorted.slice(0, options.limit), total: rows.length };
}

function firstFigure(columns: readonly Column[]): TableOptions['sort'] {
  const column = columns.find((one) => one.numeric);
  return column && { column: column.name, direction: 'descending' };
}

function labelSource(name: string, given: ColumnOptions | undefined, { language }: PanelEnvironment): Source {
  const title = given?.title?.[language] ?? (name === '__name__' ? tablePanelTexts[language].metric : name);
  return {
    column: { name, title, numeric: false, align: given?.align ?? 'left', show: 'text' },
    cells: (rows) =>
      rows.map(({ labels }) => ({
        text: labels[name] ?? '',
        raw: labels[name] ?? null,
        tone: null,
        absence: null,
        share: null,
      })),
  };
}

interface ValueColumn {
  /** Index of the query. */
  readonly answer: number;
  readonly name: string;
  readonly given: ColumnOptions | undefined;
  readonly legend: string | undefined;
  /** Why a row of these labels has no series of this query. */
  readonly absenceAt: (labels: Labels) => Absence;
}

function valueSource(
  { answer, name, given, legend, absenceAt }: ValueColumn,
  options: TableOptions,
  environment: PanelEnvironment,
): Source {
  const { values: words } = environment.messages.panels;
  const texts = tablePanelTexts[environment.language];
  // Among figures a dash says it: in its row the words would weigh more than what is there.
  const reader = { ...environment, messages: { panels: { values: { ...words, absent: '–' } } } };
  const field = {
    unit: given?.unit ?? options.unit,
    decimals: given?.decimals ?? options.decimals,
    thresholds: given?.thresholds ?? options.thresholds,
    mappings: given?.mappings ?? options.mappings,
  };
  const title = given?.title?.[environment.language] ?? (legend && !legend.includes('{{') ? legend : undefined);
  const unit = unitLabel(field.unit, environment.language);
  const plain = title ?? (name === 'value' ? texts.value : name);
  const show = given?.show ?? 'text';
  return {
    column: {
      name,
      title: unit === '' ? plain : texts.withUnit(plain, unit),
      numeric: true,
      align: given?.align ?? 'right',
      show,
    },
    cells: (rows) => {
      const values = rows.map((row) => row.readings[answer]?.value ?? 'absent');
      const share = show === 'bar' ? shares(values, given?.min ?? options.min, given?.max ?? options.max) : () => null;
      return values.map((value, r) => {
        const absence = value === 'absent' ? absenceOf(rows[r], answer, absenceAt) : null;
        const { line, tone } = writeValue(value, field, reader, true, absence);
        const raw = value === 'absent' ? null : value;
        return { text: line, raw, tone, absence: absence?.kind ?? null, share: share(value) };
      });
    },
  };
}

function absenceOf(row: JoinedRow | undefined, answer: number, absenceAt: ValueColumn['absenceAt']): Absence {
  return row?.readings[answer]?.absence ?? absenceAt(row?.labels ?? {});
}

/** Where a value lies between the ends of its column's bars. */
function shares(values: readonly (number | 'absent')[], min?: number, max?: number) {
  const figures = values.filter((value) => value !== 'absent' && Number.isFinite(value)).map(Number);
  const low = min ?? figures.reduce((a, b) => Math.min(a, b), 0);
  const high = max ?? figures.reduce((a, b) => Math.max(a, b), low);
  return (value: number | 'absent'): number | null => {
    if (value === 'absent' || Number.isNaN(value)) return null;
    return high > low ? Math.min(1, Math.max(0, (value - low) / (high - low))) : 0;
  };
}
