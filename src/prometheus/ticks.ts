/** Ms by which what is asked about may be ago: data of that age is live whatever the refresh (section 6 of the design). */
export const ROUNDED_AT_MOST = 30_000;

interface Span {
  readonly from: number;
  readonly to: number;
}

const roundedDown = (time: number, unit: number) => time - (time % unit);

/**
 * What a tick at `now` asks about, both epoch ms on the server's clock: displays of one refresh ask about the same time,
 * whenever they were loaded, and so the same questions. It is at most one refresh ago, and at most 30 s.
 */
export function askedAbout(now: number, refresh: number): number {
  const ofRefresh = roundedDown(now, refresh);
  return refresh <= ROUNDED_AT_MOST ? ofRefresh : Math.max(ofRefresh, roundedDown(now, ROUNDED_AT_MOST));
}

/**
 * What of a span is asked at a tick about this time, all epoch ms: nothing that lies ahead, as the rest of a day does. There
 * an instant query finds nothing, and a range repeats its last samples. A span that begins ahead is asked as it is.
 */
export function soFar(span: Span, about: number): Span {
  return about > span.from && about < span.to ? { from: span.from, to: about } : span;
}

/**
 * When the next tick after `now` is due, both epoch ms on the server's clock: at a multiple of `interval`. `stagger`, a
 * share of up to 0.1, puts it so much of the interval later, but never so late that it would ask about another time.
 */
export function dueAfter(now: number, interval: number, stagger = 0): number {
  const late = stagger * Math.min(interval, ROUNDED_AT_MOST);
  return roundedDown(now - late, interval) + interval + late;
}

/** Ms between ticks where a cycle takes `cycle` ms: the refresh, or as many of it as are twice the cycle. */
export function intervalFor(refresh: number, cycle: number): number {
  return refresh * Math.max(1, Math.ceil((2 * cycle) / refresh));
}
