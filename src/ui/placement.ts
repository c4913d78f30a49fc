/** Where a surface goes, as values for `position: fixed`, CSS pixels. null leaves that edge free. */
export interface Placement {
  readonly top: number | null;
  readonly bottom: number | null;
  readonly left: number | null;
  readonly right: number | null;
  readonly maxHeight: number;
}

interface Box {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

const gap = 4;
const edge = 8;
/** With less room than this below, a surface opens upwards if there is more room above. */
const comfortable = 240;

/**
 * Puts a surface under its trigger (above it when there is no room below), one edge in line with the trigger's, inside
 * the window. `width` is the surface's, 0 while it is not known.
 */
export function place(
  trigger: Box,
  width: number,
  window: { readonly width: number; readonly height: number },
  align: 'start' | 'end',
): Placement {
  const below = window.height - trigger.bottom - gap - edge;
  const above = trigger.top - gap - edge;
  const up = below < comfortable && above > below;
  const farthest = Math.max(edge, window.width - width - edge);
  const vertical = up
    ? { top: null, bottom: window.height - trigger.top + gap, maxHeight: above }
    : { top: trigger.bottom + gap, bottom: null, maxHeight: below };
  const horizontal =
    align === 'start'
      ? { left: Math.min(Math.max(edge, trigger.left), farthest), right: null }
      : { left: null, right: Math.min(Math.max(edge, window.width - trigger.right), farthest) };
  return { ...vertical, ...horizontal };
}
