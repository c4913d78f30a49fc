import { useCallback, useMemo, useRef } from 'react';
import { fixedRange, type ResolvedRange, shift, type TimeRange, zoomOut } from '../model/timeRange.ts';
import type { View } from './urlState.ts';

interface RangeMovesOptions {
  readonly range: TimeRange;
  /** The time on screen, epoch ms on the server's clock. */
  readonly now: () => number;
  readonly timeZone: string;
  readonly change: (patch: Partial<View>, how: 'push' | 'replace') => void;
}

/** The ways a viewer moves through time from where they are; each is a step of the back button. */
export interface RangeMoves {
  /** To a span that was dragged; null undoes the last one. */
  readonly zoom: (span: ResolvedRange | null) => void;
  readonly out: () => void;
  readonly earlier: () => void;
  readonly later: () => void;
}

export function useRangeMoves({ range, now, timeZone, change }: RangeMovesOptions): RangeMoves {
  // Panels are not drawn again because the clock ticked: what changes with it is read when it is needed.
  const at = useRef({ range, now });
  at.current = { range, now };
  const to = useCallback((next: TimeRange) => change({ range: next }, 'push'), [change]);
  const out = useCallback(() => to(zoomOut(at.current.range, at.current.now(), timeZone)), [to, timeZone]);
  const zoom = useZoom(range, to, out);
  return useMemo(
    () => ({
      zoom,
      out,
      earlier: () => to(shift(at.current.range, -1, at.current.now(), timeZone)),
      later: () => to(shift(at.current.range, 1, at.current.now(), timeZone)),
    }),
    [zoom, out, to, timeZone],
  );
}

/** Zooms by `to`, and undoes the last zoom with null; where there is none left to undo it calls `unzoomed`. */
export function useZoom(range: TimeRange, to: (next: TimeRange) => void, unzoomed?: () => void): RangeMoves['zoom'] {
  const before = useRef<TimeRange[]>([]);
  const current = useRef(range);
  current.current = range;
  return useCallback(
    (span) => {
      if (span !== null) {
        before.current.push(current.current);
        return to(fixedRange(span));
      }
      const last = before.current.pop();
      if (last === undefined) unzoomed?.();
      else to(last);
    },
    [to, unzoomed],
  );
}
