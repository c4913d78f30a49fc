/** Where something stands in its container, in any one unit. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * How many of the items, in their order, can be shown in a container of this size. Where some cannot, a note `noteWidth` wide
 * takes the end of the last line, and the items that it would cover are not shown either.
 */
export function fittingItems(
  items: readonly Box[],
  container: { readonly width: number; readonly height: number },
  noteWidth: number,
): number {
  // Layout rounds positions and sizes to whole pixels, each by itself.
  const isInside = ({ top, height }: Box) => top + height <= container.height + 1;
  const firstOutside = items.findIndex((item) => !isInside(item));
  if (firstOutside === -1) return items.length;
  const inside = items.slice(0, firstOutside);
  const lastLine = Math.max(...inside.map(({ top }) => top));
  const covered = inside.findIndex(
    ({ left, top, width }) => top === lastLine && left + width > container.width - noteWidth,
  );
  return covered === -1 ? inside.length : covered;
}
