import {
  defaultRangeExtractor,
  type Range,
  useVirtualizer,
  useWindowVirtualizer,
  type Virtualizer,
} from '@tanstack/react-virtual';
import {
  type FocusEvent,
  type ReactNode,
  type RefObject,
  useCallback,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { Drawn } from './Drawn.tsx';
import { usePaced } from './usePaced.ts';
import styles from './VirtualList.module.css';

interface VirtualListProps<T> {
  readonly items: readonly T[];
  /** Tells items apart through changes of the list. */
  readonly keyOf: (item: T) => string;
  /** Pixels that an item likely is high, until it is seen: the nearer, the less is moved. */
  readonly estimate: (item: T) => number;
  readonly children: (item: T) => ReactNode;
  /** Names the list. */
  readonly label: string;
}

/** Items beyond each end of what is in sight: there for those who go by keyboard. */
const OVERSCAN = 4;

/**
 * A list of any length that scrolls with the page and draws only what is in sight, and the item that has the focus. Items
 * may differ in height and grow.
 */
export function VirtualList<T>(props: VirtualListProps<T>) {
  const list = useRef<HTMLDivElement>(null);
  const top = useTop(list);
  const { rangeExtractor, ...focus } = useKeptFocus(props);
  const virtualizer = useWindowVirtualizer({
    ...useSizes(props),
    rangeExtractor,
    overscan: OVERSCAN,
    scrollMargin: top,
  });
  return <Rows {...props} {...focus} list={list} virtualizer={virtualizer} />;
}

/** The same in a box of its own that scrolls, so that what stands below stays near. */
export function BoxedList<T>(props: VirtualListProps<T>) {
  const box = useRef<HTMLDivElement>(null);
  const { rangeExtractor, ...focus } = useKeptFocus(props);
  const virtualizer = useVirtualizer<Element, Element>({
    ...useSizes(props),
    rangeExtractor,
    overscan: OVERSCAN,
    getScrollElement: () => box.current,
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be scrollable by keyboard
    <div ref={box} className={styles.box} tabIndex={0}>
      <Rows {...props} {...focus} virtualizer={virtualizer} />
    </div>
  );
}

/** What the virtualizer asks of the items: new functions would have it measure all of them anew, at each step of scrolling. */
function useSizes<T>({ items, keyOf, estimate }: VirtualListProps<T>) {
  const estimateSize = useCallback((i: number) => (items[i] === undefined ? 0 : estimate(items[i])), [items, estimate]);
  const getItemKey = useCallback((i: number) => (items[i] === undefined ? i : keyOf(items[i])), [items, keyOf]);
  return { count: items.length, estimateSize, getItemKey };
}

interface KeptFocus {
  readonly rangeExtractor: (range: Range) => number[];
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
  readonly onBlur: (event: FocusEvent<HTMLElement>) => void;
}

/**
 * Has the item that has the focus drawn wherever it is, since the focus would be lost with it, and those beside it, where the
 * next keys lead.
 */
function useKeptFocus<T>({ items, keyOf }: VirtualListProps<T>): KeptFocus {
  const [focused, setFocused] = useState<string | null>(null);
  const at = useMemo(
    () => (focused === null ? -1 : items.findIndex((item) => keyOf(item) === focused)),
    [items, keyOf, focused],
  );
  const rangeExtractor = useCallback(
    (range: Range) => {
      const near = defaultRangeExtractor(range);
      if (at < 0) return near;
      const beside = [at - 1, at, at + 1].filter((i) => i >= 0 && i < range.count);
      return [...new Set([...near, ...beside])].sort((a, b) => a - b);
    },
    [at],
  );
  return {
    rangeExtractor,
    onFocus: ({ target }) => {
      const item = items[Number(target.closest<HTMLElement>('[data-index]')?.dataset.index)];
      setFocused(item === undefined ? null : keyOf(item));
    },
    onBlur: ({ target, currentTarget, relatedTarget }) => {
      // Where it goes to must stay as well, and a window that is left keeps its focus.
      const staysHere = currentTarget.contains(relatedTarget) || target === document.activeElement;
      if (!staysHere) setFocused(null);
    },
  };
}

/** Where on the page a list begins, pixels. It is read when the page has a new layout, since asking would cost one. */
function useTop(list: RefObject<HTMLElement | null>): number {
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const measure = () => {
      if (list.current) setTop(Math.round(list.current.getBoundingClientRect().top + window.scrollY));
    };
    measure();
    // What stands above grows, and the page with it.
    const page = new ResizeObserver(measure);
    page.observe(document.body);
    return () => page.disconnect();
  }, [list]);
  return top;
}

interface RowsProps<T> extends VirtualListProps<T>, Omit<KeptFocus, 'rangeExtractor'> {
  readonly list?: RefObject<HTMLDivElement | null>;
  readonly virtualizer: Pick<
    Virtualizer<Window, Element> | Virtualizer<Element, Element>,
    'getVirtualItems' | 'getTotalSize' | 'measureElement' | 'range' | 'options'
  >;
}

function Rows<T>({ items, children, label, list, virtualizer, onFocus, onBlur }: RowsProps<T>) {
  const rows = usePaced(virtualizer.getVirtualItems(), virtualizer.range);
  const { scrollMargin } = virtualizer.options;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a ul whose items are placed one by one is read no better
    <div
      ref={list}
      role="list"
      aria-label={label}
      onFocus={onFocus}
      onBlur={onBlur}
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
              style={{ transform: `translateY(${row.start - scrollMargin}px)` }}
            >
              <Drawn item={item}>{children}</Drawn>
            </div>
          )
        );
      })}
    </div>
  );
}
