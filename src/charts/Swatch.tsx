import type { CSSProperties } from 'react';
import type { SeriesColor } from './palette.ts';
import styles from './Swatch.module.css';

/** A short piece of a series' line, as it is drawn in the chart. */
export function Swatch(color: SeriesColor) {
  return <i className={styles.swatch} style={swatchStyle(color)} aria-hidden="true" />;
}

/** Dashes are given for a line of 12 pixels' text. */
const em = (pixels: number): string => `${pixels / 12}em`;

/** What an element with the class `swatch` or `swatched` needs, to show how a series is drawn. */
export function swatchStyle({ token, dash }: SeriesColor): CSSProperties & Readonly<Record<'--line', string>> {
  const color = `var(${token})`;
  if (dash.length === 0) return { '--line': `linear-gradient(${color} 0 0)` };
  let end = 0;
  const stops = dash.map((length, i) => {
    const start = end;
    end += length;
    return `${i % 2 === 0 ? color : 'transparent'} ${em(start)} ${em(end)}`;
  });
  return { '--line': `repeating-linear-gradient(90deg, ${stops.join(', ')})` };
}
