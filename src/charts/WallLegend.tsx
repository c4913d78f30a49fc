import { memo, useLayoutEffect, useRef, useState } from 'react';
import type { Messages } from '../i18n/messages.ts';
import { type Box, fittingItems } from './fittingItems.ts';
import type { LegendItem } from './Legend.tsx';
import { Swatch } from './Swatch.tsx';
import styles from './WallLegend.module.css';

interface WallLegendProps {
  readonly items: readonly LegendItem[];
  /** Of the panel, CSS pixels. */
  readonly width: number;
  readonly label: string;
  readonly messages: Messages['charts'];
}

/** The series of a chart on a wall: two lines of text, and how many did not fit. Nobody scrolls a wall. */
export const WallLegend = memo(function WallLegend({ items, width, label, messages }: WallLegendProps) {
  const list = useRef<HTMLUListElement>(null);
  const [count, setCount] = useState(items.length);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is measured follows from both
  useLayoutEffect(() => {
    if (list.current !== null) setCount(fittingCount(list.current));
  }, [items, width]);
  const left = Math.max(0, items.length - count);
  return (
    <ul ref={list} className={styles.legend} aria-label={label}>
      {items.map(({ key, name, token, dash, figures }, i) => (
        // Cut items keep their place, so that they can be measured again.
        <li key={key} className={styles.item} data-cut={i >= count || undefined} aria-hidden={i >= count || undefined}>
          <Swatch token={token} dash={dash} />
          <span className={styles.name}>{name}</span>
          <b>{figures.join(' ')}</b>
        </li>
      ))}
      <li className={styles.more} data-cut={left === 0 || undefined} aria-hidden={left === 0 || undefined}>
        {messages.moreSeries(left)}
      </li>
    </ul>
  );
});

/** How many of the items are whole within the list's own height, with room for the words after them. */
function fittingCount(list: HTMLElement): number {
  const boxes = [...list.children].map(boxOf);
  const more = boxes.pop();
  return fittingItems(boxes, { width: list.clientWidth, height: list.clientHeight }, more?.width ?? 0);
}

const boxOf = (element: Element): Box =>
  element instanceof HTMLElement
    ? { left: element.offsetLeft, top: element.offsetTop, width: element.offsetWidth, height: element.offsetHeight }
    : { left: 0, top: 0, width: 0, height: 0 };
