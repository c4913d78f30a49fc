/** Widths of a character over the font's size: semibold figures, and units, which are drawn at half that size. */
const figureWidth = 0.62;
const suffixWidth = 0.3;

/** The font size at which a figure and its unit fit into `width`, and no larger than `most`; CSS pixels. */
export function figureSize(text: string, suffix: string, width: number, most: number): number {
  const ems = text.length * figureWidth + (suffix === '' ? 0 : 0.12 + suffix.length * suffixWidth);
  return Math.floor(Math.min(most, width / Math.max(ems, 1.2)));
}
