import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/** The small text's size on a page, CSS pixels (`--text-s`). */
const onAPage = 12;

/**
 * The size of the text in an element, CSS pixels: what is drawn by measure (rows, labels in an SVG or on a canvas) grows
 * with it on a wall, where the text tokens are larger. Give the element `font-size: var(--text-s)`.
 */
export function useTextSize<E extends HTMLElement>(): { readonly ref: RefObject<E | null>; readonly textSize: number } {
  const ref = useRef<E>(null);
  const [textSize, setTextSize] = useState(onAPage);
  // After every render: the tokens may change with the screen, and React skips a state that stays the same.
  useLayoutEffect(() => {
    if (ref.current) setTextSize(textScale(ref.current) * onAPage);
  });
  return { ref, textSize };
}

/** How many times as large the text in an element is as it is on a page. */
export function textScale(element: HTMLElement): number {
  const size = Number.parseFloat(getComputedStyle(element).fontSize);
  return size > 0 ? size / onAPage : 1;
}
