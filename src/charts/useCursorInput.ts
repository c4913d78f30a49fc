import { type FocusEvent, type KeyboardEvent, type PointerEvent, useState } from 'react';
import type uPlot from 'uplot';
import type { Span } from './chart.ts';

/** Where the viewer points. */
export interface Hover {
  /** Epoch ms, a time of the grid. */
  readonly time: number;
  /** Pixels from the top of the plot; null when pointed at by keys. */
  readonly y: number | null;
  /** Top left of the plot in the window. */
  readonly origin: { readonly x: number; readonly y: number };
}

/** Which time of the grid a place belongs to: the nearest one, or the last one before it. */
export type Snap = 'nearest' | 'before';

interface CursorInput {
  readonly chart: uPlot;
  readonly times: Float64Array;
  readonly span: Span;
  readonly hover: Hover | null;
  readonly setHover: (hover: Hover | null) => void;
  readonly onZoom: (span: Span | null) => void;
  readonly snap: Snap;
  /** Where the arrows up and down lead from `y`, pixels from the top. */
  readonly onVertical?: ((y: number | null, direction: -1 | 1) => number) | undefined;
}

/** A drag shorter than this is a click, CSS pixels. */
const dragSlop = 5;
const strides: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  PageUp: -10,
  PageDown: 10,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

const verticals: Readonly<Record<string, -1 | 1>> = { ArrowUp: -1, ArrowDown: 1 };

/**
 * Turns pointer, touch and keys into the hovered time and zooms: drag or Shift with the arrows selects, release or Enter
 * zooms, double-click goes back, Escape lets go. A finger only points, so that the page still scrolls.
 */
export function useCursorInput(input: CursorInput) {
  const { chart, times, span, hover, setHover, onZoom, snap, onVertical } = input;
  const [drag, setDrag] = useState<{ readonly anchor: number; readonly end: number; readonly live: boolean } | null>(
    null,
  );
  const selection = drag?.live ? { from: Math.min(drag.anchor, drag.end), to: Math.max(drag.anchor, drag.end) } : null;
  const zoom = () => {
    if (selection && selection.to > selection.from) onZoom(selection);
    setDrag(null);
  };

  const pointAt = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const x = Math.min(Math.max(event.clientX - box.left, 0), box.width);
    const nearest = chart.posToIdx(x);
    const isAfter = (times[nearest] ?? 0) > chart.posToVal(x, 'x');
    const time = times[snap === 'before' && isAfter ? Math.max(0, nearest - 1) : nearest];
    if (time !== undefined) setHover({ time, y: event.clientY - box.top, origin: { x: box.left, y: box.top } });
    return Math.round(chart.posToVal(x, 'x'));
  };

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    const anchor = pointAt(event);
    if (event.button !== 0 || event.pointerType === 'touch') return;
    event.currentTarget.setPointerCapture(event.pointerId);
    setDrag({ anchor, end: anchor, live: false });
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const end = pointAt(event);
    if (drag === null || event.buttons === 0) return;
    const far = Math.abs(chart.valToPos(end, 'x') - chart.valToPos(drag.anchor, 'x')) >= dragSlop;
    setDrag({ ...drag, end, live: drag.live || far });
  };
  const onPointerLeave = (event: PointerEvent<HTMLElement>) => {
    if (event.pointerType !== 'touch' && drag === null) setHover(null);
  };
  const pointByKey = (element: HTMLElement, time: number) => {
    const box = element.getBoundingClientRect();
    // Where keys move up and down too, moving along keeps the height.
    const y = onVertical === undefined ? null : (hover?.y ?? null);
    setHover({ time, y, origin: { x: box.left, y: box.top } });
  };
  const onFocus = (event: FocusEvent<HTMLElement>) => {
    const last = times.at(-1);
    if (hover === null && last !== undefined) pointByKey(event.currentTarget, last);
  };
  const letGo = () => {
    setDrag(null);
    setHover(null);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape' && hover !== null) letGo();
    else if (event.key === 'Enter' && selection) zoom();
    else if (event.key in strides) {
      const last = times.length - 1;
      const from = hover === null ? last : chart.valToIdx(hover.time);
      const to = hover === null ? last : Math.min(last, Math.max(0, from + (strides[event.key] ?? 0)));
      const time = times[to];
      if (time === undefined) return;
      pointByKey(event.currentTarget, time);
      const anchor = drag?.anchor ?? times[from] ?? time;
      setDrag(event.shiftKey ? { anchor, end: time, live: true } : null);
    } else if (onVertical !== undefined && hover !== null && event.key in verticals) {
      setHover({ ...hover, y: onVertical(hover.y, verticals[event.key] ?? 1) });
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const handlers = {
    onPointerDown,
    onPointerMove,
    onPointerUp: zoom,
    onPointerCancel: letGo,
    onPointerLeave,
    onDoubleClick: () => onZoom(null),
    onFocus,
    onBlur: letGo,
    onKeyDown,
  };
  return { handlers, selection: selection && clip(selection, span) };
}

function clip({ from, to }: Span, span: Span): Span {
  return { from: Math.max(from, span.from), to: Math.min(to, span.to) };
}
