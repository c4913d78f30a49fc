import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useCallback, useLayoutEffect, useRef, useState } from 'react';
import { Drawn } from './Drawn.tsx';
import styles from './VirtualList.module.css';

interface VirtualListProps<T> {
  readonly items: readonly T[];
  /** Tells items apart through changes of the list. */
  readonly keyOf: (item: T) => string;
  /** Pixels that an item likely is high, until it is seen. */
  readonly estimate: (item: T) => number;
  readonly children: (item: T) => ReactNode;
  /** Names the list. */
  readonly label: string;
}

/**
 * A list of any length that scrolls with the page and draws only what is in sight. Items may differ in height and grow.
 * The focus in an item keeps it drawn no longer than it is near the sight.
 */
export function VirtualList<T>({ items, keyOf, estimate, children, label }: VirtualListProps<T>) {
  const list = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  // What stands above may grow: where the list begins is measured after each drawing.
  useLayoutEffect(() => {
    if (list.current) setTop(list.current.getBoundingClientRect().top + window.scrollY);
  });
  // New functions would have all items measured anew, at each step of scrolling.
  const estimateSize = useCallback((i: number) => (items[i] === undefined ? 0 : estimate(items[i])), [items, estimate]);
  const getItemKey = useCallback((i: number) => (items[i] === undefined ? i : keyOf(items[i])), [items, keyOf]);
  const virtualizer = useWindowVirtualizer({
    count: items.length,
    estimateSize,
    getItemKey,
    overscan: 4,
    scrollMargin: top,
  });
  const rows = virtualizer.getVirtualItems();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a ul whose items are placed one by one is read no better
    <div
      ref={list}
      role="list"
      aria-label={label}
      style={{ height: virtualizer.getTotalSize() }}
      className={styles.list}
    >
      {rows.map((row) => {
        const item = items[row.index];
        return (
          item !== undefined && (
            // biome-ignore lint/a11y/useSemanticElements: see the list
            <div
              key={row.key}
              role="listitem"
              ref={virtualizer.measureElement}
              data-index={row.index}
              aria-posinset={row.index + 1}
              aria-setsize={items.length}
              className={styles.item}
              style={{ transform: `translateY(${row.start - top}px)` }}
            >
              <Drawn item={item}>{children}</Drawn>
            </div>
          )
        );
      })}
    </div>
  );
}
