import { type RefObject, useEffect, useState } from 'react';

/** Asked for a little before it is seen. */
const MARGIN = '200px';

/** Whether the element is in the viewport, or nearly. */
export function useInView(element: RefObject<Element | null>): boolean {
  const [isInView, setIsInView] = useState(false);
  useEffect(() => {
    const target = element.current;
    if (target === null) return;
    const observer = new IntersectionObserver((entries) => setIsInView(entries.at(-1)?.isIntersecting ?? false), {
      rootMargin: MARGIN,
    });
    observer.observe(target);
    return () => observer.disconnect();
  }, [element]);
  return isInView;
}
