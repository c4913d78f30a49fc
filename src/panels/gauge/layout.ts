/** Least room in which a dial can be read, CSS pixels. */
const least = { width: 76, height: 74 };
/** Width over height of a dial with its name. */
const shape = 1.15;

/** A grid of equal cells, CSS pixels. */
export interface Grid {
  readonly columns: number;
  readonly width: number;
  readonly height: number;
}

/** The grid in which `count` dials are drawn largest; where they would get too small the panel scrolls. */
export function layOut(count: number, size: { readonly width: number; readonly height: number }): Grid {
  const most = Math.max(1, Math.min(count, Math.floor(size.width / least.width)));
  let best: Grid = { columns: 1, width: 0, height: 0 };
  let bestScale = -1;
  for (let columns = 1; columns <= most; columns++) {
    const rows = Math.ceil(count / columns);
    const width = Math.floor(size.width / columns);
    const height = Math.max(least.height, Math.floor(size.height / rows));
    // What overflows counts for less, however wide it is.
    const scale = Math.min(width, height * shape) / Math.max(1, (rows * height) / Math.max(1, size.height));
    // Of about equal ones the one with fewer rows.
    if (scale >= bestScale * 0.95) [best, bestScale] = [{ columns, width, height }, scale];
  }
  return best;
}
