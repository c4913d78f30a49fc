import type { ReactNode } from 'react';
import styles from './Tooltip.module.css';

export interface TooltipRow {
  readonly key: string;
  /** Tells what the row is about, as it is drawn in the chart. */
  readonly mark?: ReactNode;
  readonly name: string;
  readonly value: string;
}

export interface TooltipProps {
  /** The time, mostly. */
  readonly title: string;
  readonly rows: readonly TooltipRow[];
  /** What is said below the rows: of those that are not listed, or of all; null when nothing is. */
  readonly more: string | null;
  /** The point it belongs to, window coordinates in CSS pixels. */
  readonly at: { readonly x: number; readonly y: number };
}

/** Room for one row and for what is around the rows, CSS pixels: enough to keep the tooltip inside the window. */
const rowHeight = 18;
const around = 48;
const gap = 14;
/** What it keeps from the window's edge, and how wide it gets at most, CSS pixels. */
const edge = 8;
const widest = 420;

/** Figures at a moment, beside the pointer and above everything else. It takes no pointer and no focus. */
export function Tooltip({ title, rows, more, at }: TooltipProps) {
  const height = rows.length * rowHeight + around;
  const top = Math.max(gap, Math.min(at.y - height / 3, window.innerHeight - height));
  const { innerWidth } = window;
  const isLeft = at.x > innerWidth / 2;
  const beside = (isLeft ? innerWidth - at.x : at.x) + gap;
  const maxWidth = Math.min(widest, innerWidth - beside - edge);
  const style = { top, maxWidth, [isLeft ? 'right' : 'left']: beside };
  return (
    <div ref={showOnTop} popover="manual" className={styles.tooltip} style={style} aria-hidden="true">
      <div className={styles.title}>{title}</div>
      {rows.map((row) => (
        <div key={row.key} className={styles.row}>
          {row.mark}
          <span className={styles.name}>{row.name}</span>
          <b>{row.value}</b>
        </div>
      ))}
      {more !== null && <div className={styles.more}>{more}</div>}
    </div>
  );
}

function showOnTop(element: HTMLElement | null): void {
  if (typeof element?.showPopover === 'function') element.showPopover();
}
