import type { ScrapedTarget } from './chunks.ts';
import { lengthOf, type Span } from './reads.ts';
import type { ScrapedSeries } from './series.ts';

/** Tells which series have a sample at all, from the newest scrape back, and without computing it where that can be. */
export interface Presence {
  /** Whether one of the scrapes reads the series. */
  hasSample(target: ScrapedTarget, series: ScrapedSeries, span: Span): boolean;
}

/** Remembers of each series the newest span found empty, so that one that is hardly ever there is not sought again. */
export function createPresence(): Presence {
  const empty = new Map<number, Span>();
  return {
    hasSample({ target, grid }, series, span) {
      if (series.whileDown) return lengthOf(span) > 0;
      const known = empty.get(series.id);
      const overlap = known && known.first <= span.last && known.last >= span.first ? known : null;
      for (let number = span.last; number >= span.first; number--) {
        if (overlap && number <= overlap.last && number >= overlap.first) {
          number = overlap.first;
          continue;
        }
        const time = grid.phase + number * grid.interval;
        if (target.isUpAt(time) && series.isPresentAt(time)) return true;
      }
      const { first, last } = overlap ?? span;
      empty.set(series.id, { first: Math.min(first, span.first), last: Math.max(last, span.last) });
      return false;
    },
  };
}
