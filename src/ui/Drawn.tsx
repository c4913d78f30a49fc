import { type ReactNode, useMemo } from 'react';

interface DrawnProps<T> {
  readonly item: T;
  readonly children: (item: T) => ReactNode;
}

/** An item of a list, drawn again only when it, or the way it is drawn, is another: not at each step of scrolling. */
export function Drawn<T>({ item, children }: DrawnProps<T>) {
  return useMemo(() => children(item), [item, children]);
}
