import type { Messages } from '../../i18n/messages.ts';
import type { StatCell } from './transform.ts';

/** How the cells share the panel. */
export interface StatLayout {
  readonly columns: number;
  /** What the longest figure takes, in widths of a figure's digit. */
  readonly room: number;
  /** What the lines around the figure take, in heights of the small text. */
  readonly taken: number;
}

/** In widths of a digit over the font's size, heights of the small text, and CSS pixels. The style sheet knows the first two as well. */
const digitWidth = 0.64;
const leastFigure = 1.25;
/** Larger than this is welcome, but no reason to make cells narrow. */
const goodFigure = 3;
/** Width of a cell by its height. */
const goodShape = 2.2;
const lineHeights = { name: 1.35, remarks: 1.5 };
const gap = 8;

/**
 * As many columns as let the figures be large, and the cells of a good shape, with every cell in sight. Where no number of
 * columns does, as many as fit side by side: the rest is scrolled to. `size` and `textSize` (of the small text) are CSS pixels.
 */
export function layOut(
  cells: readonly StatCell[],
  size: { readonly width: number; readonly height: number },
  textSize: number,
  words: Messages['panels']['stat'],
): StatLayout {
  const room = Math.max(2, ...cells.map((cell) => roomOf(cell, words)));
  const taken = (cells.length > 1 ? lineHeights.name : 0) + (cells.some(hasRemarks) ? lineHeights.remarks : 0);
  const least = leastFigure * textSize;
  let best = { columns: 0, figure: least, misfit: Number.POSITIVE_INFINITY };
  let sideBySide = 1;
  for (let count = 1; count <= cells.length; count++) {
    const rows = Math.ceil(cells.length / count);
    const width = (size.width - gap * (count - 1)) / count;
    const height = (size.height - gap * (rows - 1)) / rows;
    const byWidth = width / (room * digitWidth);
    const figure = Math.min(byWidth, height * 0.4, (height - taken * textSize) / 1.1, goodFigure * textSize);
    const misfit = Math.abs(Math.log(width / height / goodShape));
    if (byWidth >= least) sideBySide = count;
    if (figure > best.figure || (figure === best.figure && misfit < best.misfit)) {
      best = { columns: count, figure, misfit };
    }
  }
  return { columns: best.columns || sideBySide, room, taken };
}

/** What stands beside the figure is smaller than it. */
function roomOf({ figure, of, limit, tone }: StatCell, words: Messages['panels']['stat']): number {
  if (figure === null) return 0;
  const whole = of === null ? '' : words.of(of);
  return figure.text.length + (figure.suffix.length + whole.length) * 0.45 + (isMarked(tone, limit) ? 1.2 : 0.3);
}

/** Where a limit is named, the mark of the tone stands there rather than beside the figure. */
export function isMarked(tone: StatCell['tone'], limit: StatCell['limit']): boolean {
  return limit === null && tone !== null && tone !== 'neutral';
}

export function hasRemarks({ endedAt, change, limit }: StatCell): boolean {
  return endedAt !== null || change !== null || limit !== null;
}
