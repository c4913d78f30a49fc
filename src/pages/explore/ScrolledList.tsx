import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useRef } from 'react';
import { Drawn } from '../../ui/Drawn.tsx';
import styles from './ScrolledList.module.css';

interface ScrolledListProps<T> {
  readonly items: readonly T[];
  /** Tells items apart through changes of the list. */
  readonly keyOf: (item: T) => string;
  /** Pixels that an item likely is high, until it is seen. */
  readonly estimate: (item: T) => number;
  readonly children: (item: T) => ReactNode;
  /** Names the list. */
  readonly label: string;
}

/** A list of any length in a box of its own that scrolls, so that what stands below stays near; only what is in sight is drawn. */
export function ScrolledList<T>({ items, keyOf, estimate, children, label }: ScrolledListProps<T>) {
  const box = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => box.current,
    estimateSize: (i) => (items[i] === undefined ? 0 : estimate(items[i])),
    getItemKey: (i) => (items[i] === undefined ? i : keyOf(items[i])),
    overscan: 6,
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be scrollable by keyboard
    <div ref={box} className={styles.box} tabIndex={0}>
      {/* biome-ignore lint/a11y/useSemanticElements: a ul whose items are placed one by one is read no better */}
      <div role="list" aria-label={label} className={styles.list} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((row) => {
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
                style={{ transform: `translateY(${row.start}px)` }}
              >
                <Drawn item={item}>{children}</Drawn>
              </div>
            )
          );
        })}
      </div>
    </div>
  );
}
