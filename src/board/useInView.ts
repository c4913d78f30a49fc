import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { ranks } from '../data/asking/standing.ts';

/** Asked for a little before it is seen, CSS pixels. */
const MARGIN = 200;

interface InView {
  /** The element is in the viewport, or nearly. */
  readonly isActive: boolean;
  /** How soon it should have its data: what is in the viewport goes before what is only near. */
  readonly rank: () => number;
}

/** Watches whether an element is seen. */
export function useInView(element: RefObject<Element | null>): InView {
  const [isActive, setIsActive] = useState(false);
  const isSeen = useRef(false);
  // The observer speaks a frame later: the first questions need not wait for it.
  useLayoutEffect(() => {
    const bounds = element.current?.getBoundingClientRect();
    if (bounds === undefined) return;
    isSeen.current = bounds.bottom > 0 && bounds.top < innerHeight;
    setIsActive(bounds.bottom > -MARGIN && bounds.top < innerHeight + MARGIN);
  }, [element]);
  useEffect(() => {
    const target = element.current;
    if (target === null) return;
    const isIn = (entries: readonly IntersectionObserverEntry[]) => entries.at(-1)?.isIntersecting ?? false;
    const near = new IntersectionObserver((entries) => setIsActive(isIn(entries)), { rootMargin: `${MARGIN}px` });
    const seen = new IntersectionObserver((entries) => {
      isSeen.current = isIn(entries);
    });
    near.observe(target);
    seen.observe(target);
    return () => {
      near.disconnect();
      seen.disconnect();
    };
  }, [element]);
  const rank = useCallback(() => (isSeen.current ? ranks.inView : ranks.nearView), []);
  return { isActive, rank };
}
