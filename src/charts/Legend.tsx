import { type KeyboardEvent, type MouseEvent, memo, type SyntheticEvent } from 'react';
import type { Messages } from '../i18n/messages.ts';
import styles from './Legend.module.css';
import type { SeriesColor } from './palette.ts';
import { swatchStyle } from './Swatch.tsx';

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
  readonly mode: 'list' | 'table';
  readonly columns: readonly StatisticColumn[];
  /** The first of them. */
  readonly items: readonly LegendItem[];
  /** How many more of them there will be once it is used. */
  readonly unlisted: number;
  /** Series in all. */
  readonly count: number;
  readonly hidden: ReadonlySet<string>;
  readonly label: string;
  readonly messages: Messages['charts'];
  /** `alone`: only this series, or all again; otherwise hide or show it. */
  readonly onPick: (key: string, alone: boolean) => void;
  /** The viewer scrolls it, points at it or reaches it by keys. */
  readonly onUse: () => void;
  /** The series that the viewer looks at in the legend. */
  readonly onLook: (key: string | null) => void;
}

/** A legend of more rows than this costs more than it tells. */
const mostItems = 100;

/** Of the style sheet, CSS pixels: a line, and the narrowest entry of a list that has a name. */
const [lineHeight, entryWidth] = [18, 60];

/** The part of a chart's height that its legend takes at most. */
const mostHeight = 0.4;

/**
 * How many of `count` entries to list in a chart of a size (CSS pixels): those that are seen without scrolling, and one line
 * more, so that it can be scrolled; the others once it is used. Most legends never are.
 */
export function listedItems(
  count: number,
  isUsed: boolean,
  mode: LegendMode,
  size: { readonly width: number; readonly height: number },
): number {
  const most = Math.min(count, mostItems);
  if (isUsed) return most;
  const lines = Math.ceil((size.height * mostHeight) / lineHeight) + 1;
  return Math.min(most, mode === 'table' ? lines : lines * Math.ceil(size.width / entryWidth));
}

/** The series of a chart as buttons, with figures; scrolls inside itself when long. */
export const Legend = memo(function Legend(props: LegendProps) {
  const { mode, columns, items, unlisted, count, hidden, label, messages } = props;
  const handlers = handlersOf(props);
  const pick = ({ key, name, token, dash }: LegendItem) => (
    <button
      type="button"
      className={styles.pick}
      data-series={key}
      aria-pressed={!hidden.has(key)}
      title={`${name}\n${messages.isolateHint}`}
      style={swatchStyle({ token, dash })}
    >
      {name}
    </button>
  );
  const left = count - items.length - unlisted;
  const more = left > 0 && <span className={styles.more}>{messages.moreSeries(left)}</span>;
  if (mode !== 'table') {
    return (
      <ul className={styles.list} aria-label={label} {...handlers}>
        {items.map((item) => (
          <li key={item.key}>
            {pick(item)}
            {columns.length > 0 && item.figures.map((figure, i) => <b key={columns[i]}>{figure}</b>)}
          </li>
        ))}
        {more && <li>{more}</li>}
      </ul>
    );
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keys
    <section className={styles.scroller} aria-label={label} tabIndex={0} {...handlers}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{messages.seriesColumn}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {messages.statistics[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.key}>
              <th scope="row">{pick(item)}</th>
              {item.figures.map((figure, i) => (
                <td key={columns[i]}>{figure}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {unlisted > 0 && <div style={{ height: unlisted * lineHeight }} />}
      {more}
    </section>
  );
});

/** Of all entries at once: a board has hundreds of them. */
function handlersOf({ onPick, onUse, onLook }: LegendProps) {
  const pick = (event: MouseEvent | KeyboardEvent, alone: boolean) => {
    const key = seriesOf(event);
    if (key !== null) onPick(key, alone);
  };
  return {
    onClick: (event: MouseEvent) => pick(event, !isModified(event)),
    onKeyDown: (event: KeyboardEvent) => {
      // Not every browser makes a click of Ctrl with Enter.
      if (event.key !== 'Enter' || !isModified(event)) return;
      event.preventDefault();
      pick(event, false);
    },
    onScroll: onUse,
    onPointerEnter: onUse,
    onPointerOver: (event: SyntheticEvent) => onLook(seriesOf(event)),
    onPointerLeave: () => onLook(null),
    onFocus: (event: SyntheticEvent) => {
      onUse();
      onLook(seriesOf(event));
    },
    onBlur: () => onLook(null),
  };
}

const isModified = (event: MouseEvent | KeyboardEvent): boolean => event.ctrlKey || event.metaKey;

/** The key of the series whose button an event is about, if it is about one. */
function seriesOf({ target }: SyntheticEvent): string | null {
  const button = target instanceof Element ? target.closest('button') : null;
  return button?.dataset.series ?? null;
}
