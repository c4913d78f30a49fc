import { useMemo, useState } from 'react';
import { toneToken } from '../../charts/palette.ts';
import { useTextSize } from '../../charts/useTextSize.ts';
import { tablePanelTexts } from '../../i18n/apart/panels/table.ts';
import { SearchInput } from '../../ui/Field.tsx';
import { Mark } from '../../ui/Mark.tsx';
import type { PanelProps } from '../contract.ts';
import { columnWidths, rowHeightFor, rowsInSight } from './layout.ts';
import type { TableOptions } from './options.ts';
import { filterRows, nextOrder, type Order, sortRows } from './sort.ts';
import styles from './TablePanel.module.css';
import { toRows } from './transform.ts';
import type { Cell, Column, Row } from './view.ts';

/** From so many rows on a filter is of use. */
const many = 13;

export function TablePanel(props: PanelProps<TableOptions>) {
  const { options, size, environment } = props;
  const [order, setOrder] = useState<Order>();
  const [filter, setFilter] = useState('');
  const [scrollTop, setScrollTop] = useState(0);
  const view = useMemo(() => toRows(props), [props]);
  const widths = useMemo(() => columnWidths(view), [view]);
  const { columns, total } = view;
  const found = useMemo(() => sortRows(filterRows(view.rows, filter), columns, order), [view, columns, filter, order]);

  const texts = tablePanelTexts[environment.language];
  const { ref, textSize } = useTextSize<HTMLDivElement>();
  const rowHeight = rowHeightFor(textSize);
  // Nobody scrolls a wall: there only the rows that fit, less head and foot, are shown.
  const isWall = environment.surface === 'wall';
  const shownRows = isWall ? Math.min(found.length, Math.floor(size.height / rowHeight) - 2) : found.length;
  const isFilterable = !isWall && (options.filter ?? view.rows.length >= many);
  const hasFoot = isFilterable || shownRows < total;
  const { from, to } = rowsInSight({ top: scrollTop, height: size.height, rowHeight }, found.length);
  const shown = order ?? options.sort;
  return (
    <div ref={ref} className={styles.panel}>
      <div className={styles.scroll} onScroll={(event) => setScrollTop(event.currentTarget.scrollTop)}>
        <table
          className={styles.table}
          style={{ minWidth: `${widths.reduce((sum, width) => sum + width, 0)}ch`, lineHeight: `${rowHeight - 1}px` }}
          aria-rowcount={found.length + 1}
        >
          <colgroup>
            {columns.map((column, i) => (
              <col key={column.name} style={{ width: `${widths[i]}ch` }} />
            ))}
          </colgroup>
          <thead>
            <tr aria-rowindex={1}>
              {columns.map((column) => (
                <Head
                  key={column.name}
                  column={column}
                  direction={shown?.column === column.name ? shown.direction : 'none'}
                  onClick={() => setOrder(nextOrder(column, order))}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            <Spacer height={from * rowHeight} />
            {found.slice(from, to).map((row, i) => (
              <RowItem key={row.key} row={row} columns={columns} index={from + i + 2} environment={environment} />
            ))}
            <Spacer height={(found.length - to) * rowHeight} />
          </tbody>
        </table>
        {found.length === 0 && view.rows.length > 0 && <p className={styles.none}>{texts.noMatch}</p>}
      </div>
      {hasFoot && (
        <div className={styles.foot}>
          {isFilterable && (
            <SearchInput
              className={styles.filter}
              aria-label={texts.filter}
              placeholder={texts.filter}
              value={filter}
              onChange={(event) => setFilter(event.currentTarget.value)}
            />
          )}
          <span className={styles.count} role="status">
            {texts.rows(shownRows, total)}
          </span>
        </div>
      )}
    </div>
  );
}

/** Keeps the place of rows out of sight. */
function Spacer({ height }: { readonly height: number }) {
  return height > 0 ? <tr style={{ height }} /> : null;
}

interface HeadProps {
  readonly column: Column;
  readonly direction: Order['direction'] | 'none';
  readonly onClick: () => void;
}

function Head({ column, direction, onClick }: HeadProps) {
  return (
    <th scope="col" aria-sort={direction} data-align={column.align} title={column.title}>
      <button type="button" onClick={onClick}>
        {column.title}
      </button>
    </th>
  );
}

interface RowProps {
  readonly row: Row;
  readonly columns: readonly Column[];
  /** From 1, the head's included. */
  readonly index: number;
  readonly environment: PanelProps<TableOptions>['environment'];
}

function RowItem({ row, columns, index, environment }: RowProps) {
  return (
    <tr aria-rowindex={index}>
      {columns.map((column, i) => {
        const cell = row.cells[i];
        return (
          cell && (
            <td
              key={column.name}
              title={cell.text}
              data-align={column.align}
              data-tone={column.show === 'color' ? cell.tone : undefined}
            >
              <CellContent cell={cell} column={column} toneWords={environment.messages.panels.values.tones} />
            </td>
          )
        );
      })}
    </tr>
  );
}

interface CellProps {
  readonly cell: Cell;
  readonly column: Column;
  readonly toneWords: PanelProps<TableOptions>['environment']['messages']['panels']['values']['tones'];
}

function CellContent({ cell, column, toneWords }: CellProps) {
  const { text, tone, share } = cell;
  const color = tone === null ? 'var(--series-1)' : `var(${toneToken(tone)})`;
  const colored = tone !== null && column.show === 'text';
  return (
    <span className={styles.cell}>
      {share !== null && (
        <span className={styles.bar}>
          <i style={{ width: `${share * 100}%`, background: color }} />
        </span>
      )}
      {(tone === 'warning' || tone === 'critical') && <Mark tone={tone} label={toneWords[tone]} />}
      <span className={styles.text} data-absence={cell.absence ?? undefined} style={colored ? { color } : undefined}>
        {text}
      </span>
    </span>
  );
}
