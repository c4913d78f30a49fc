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
  const before = useRef<TimeRange[]>([]);
  // Panels are not drawn again because the clock ticked: what changes with it is read when it is needed.
  const at = useRef({ range, now });
  at.current = { range, now };
  const to = useCallback((next: TimeRange) => change({ range: next }, 'push'), [change]);
  const zoom = useCallback(
    (span: ResolvedRange | null) => {
      const { range: current } = at.current;
      if (span === null) return to(before.current.pop() ?? zoomOut(current, at.current.now(), timeZone));
      before.current.push(current);
      to(fixedRange(span));
    },
    [to, timeZone],
  );
  return useMemo(
    () => ({
      zoom,
      out: () => to(zoomOut(at.current.range, at.current.now(), timeZone)),
      earlier: () => to(shift(at.current.range, -1, at.current.now(), timeZone)),
      later: () => to(shift(at.current.range, 1, at.current.now(), timeZone)),
    }),
    [zoom, to, timeZone],
  );
}
