import { type KeyboardEvent, type MouseEvent, memo } from 'react';
import type { Messages } from '../i18n/messages.ts';
import styles from './Legend.module.css';
import type { SeriesColor } from './palette.ts';
import { Swatch } from './Swatch.tsx';

/** What a legend may say of each series. */
export const statisticColumns = ['last', 'min', 'mean', 'max', 'sum'] as const;
export type StatisticColumn = (typeof statisticColumns)[number];
export type LegendMode = 'none' | 'list' | 'table';

export interface LegendItem extends SeriesColor {
  readonly key: string;
  readonly name: string;
  /** One written figure for each column. */
  readonly figures: readonly string[];
}

export interface LegendProps {
  readonly mode: 'list' | 'table' | 'wall';
  readonly columns: readonly StatisticColumn[];
  readonly items: readonly LegendItem[];
  readonly hidden: ReadonlySet<string>;
  readonly label: string;
  readonly messages: Messages['charts'];
  /** `alone`: only this series, or all again; otherwise hide or show it. */
  readonly onPick: (key: string, alone: boolean) => void;
  /** The series that the viewer looks at in the legend. */
  readonly onLook: (key: string | null) => void;
}

/** A legend of more rows than this costs more than it tells. */
const mostItems = 200;

/** The series of a chart as buttons, with figures; scrolls inside itself when long. On the wall it is one line of text. */
export const Legend = memo(function Legend(props: LegendProps) {
  const { mode, columns, items, label, messages } = props;
  const shown = items.slice(0, mostItems);
  const more = items.length > shown.length && (
    <span className={styles.more}>{messages.moreSeries(items.length - shown.length)}</span>
  );
  if (mode !== 'table') {
    return (
      <ul className={mode === 'wall' ? styles.wall : styles.list} aria-label={label}>
        {shown.map((item) => (
          <li key={item.key}>
            {mode === 'wall' ? <Name item={item} /> : <Pick {...props} item={item} />}
            {item.figures.map((figure, i) => (
              <b key={columns[i]}>{figure}</b>
            ))}
          </li>
        ))}
        {more && <li>{more}</li>}
      </ul>
    );
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keys
    <section className={styles.scroller} aria-label={label} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" aria-label={messages.seriesColumn} />
            {columns.map((column) => (
              <th key={column} scope="col">
                {messages.statistics[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((item) => (
            <tr key={item.key}>
              <th scope="row">
                <Pick {...props} item={item} />
              </th>
              {item.figures.map((figure, i) => (
                <td key={columns[i]}>{figure}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {more}
    </section>
  );
});

function Pick({ item, hidden, messages, onPick, onLook }: LegendProps & { readonly item: LegendItem }) {
  const modified = (event: MouseEvent | KeyboardEvent) => event.ctrlKey || event.metaKey;
  return (
    <button
      type="button"
      className={styles.pick}
      aria-pressed={!hidden.has(item.key)}
      title={`${item.name}\n${messages.isolateHint}`}
      onClick={(event) => onPick(item.key, !modified(event))}
      onKeyDown={(event) => {
        // Not every browser makes a click of Ctrl with Enter.
        if (event.key !== 'Enter' || !modified(event)) return;
        event.preventDefault();
        onPick(item.key, false);
      }}
      onPointerEnter={() => onLook(item.key)}
      onPointerLeave={() => onLook(null)}
      onFocus={() => onLook(item.key)}
      onBlur={() => onLook(null)}
    >
      <Name item={item} />
    </button>
  );
}

function Name({ item }: { readonly item: LegendItem }) {
  return (
    <>
      <Swatch token={item.token} dash={item.dash} />
      <span className={styles.name}>{item.name}</span>
    </>
  );
}
