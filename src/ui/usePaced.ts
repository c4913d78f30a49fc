import type { VirtualItem } from '@tanstack/react-virtual';
import { useLayoutEffect, useReducer, useRef } from 'react';
import { flushSync } from 'react-dom';

/** Pixels of rows that one drawing adds, a quarter of a screen: scrolling by hand stays below, a jump fills the screen in a few frames. */
const PACE = 240;

/**
 * Of the rows of a virtual list those that are drawn now: all that were before, and of the others as many as a frame has
 * time for, what is in sight first. The rest follows frame by frame, so that no jump, however far, keeps the page.
 */
export function usePaced(
  rows: readonly VirtualItem[],
  sight: { readonly startIndex: number; readonly endIndex: number } | null,
): readonly VirtualItem[] {
  const drawn = useRef<ReadonlySet<VirtualItem['key']>>(new Set());
  const [, drawMore] = useReducer((turn: number) => turn + 1, 0);
  const isSeen = ({ index }: VirtualItem) => sight !== null && index >= sight.startIndex && index <= sight.endIndex;
  const now = new Set<VirtualItem['key']>();
  let left = PACE;
  let isWhole = true;
  for (const { key, size } of [...rows.filter(isSeen), ...rows.filter((row) => !isSeen(row))]) {
    if (!drawn.current.has(key)) {
      if (left <= 0) {
        isWhole = false;
        continue;
      }
      left -= size;
    }
    now.add(key);
  }
  useLayoutEffect(() => {
    drawn.current = now;
    if (isWhole) return;
    let frame = 0;
    // Not the frame that this drawing is part of, and within the next one, so that there is one drawing a frame.
    const timer = setTimeout(() => {
      frame = requestAnimationFrame(() => flushSync(drawMore));
    });
    return () => {
      clearTimeout(timer);
      cancelAnimationFrame(frame);
    };
  });
  return rows.filter(({ key }) => now.has(key));
}
