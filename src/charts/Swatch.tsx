import type { SeriesColor } from './palette.ts';
import styles from './Swatch.module.css';

/** A short piece of a series' line, as it is drawn in the chart. */
export function Swatch({ token, dash }: SeriesColor) {
  const dashed = dash.length > 0;
  return (
    <svg className={styles.swatch} viewBox="0 0 14 4" aria-hidden="true">
      <path
        d={dashed ? 'M0 2h14' : 'M1.5 2h11'}
        stroke={`var(${token})`}
        strokeDasharray={dashed ? dash.join(' ') : undefined}
        strokeLinecap={dashed ? 'butt' : 'round'}
      />
    </svg>
  );
}
