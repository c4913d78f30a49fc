import type { TimeRange } from './timeRange.ts';

interface QuickRange extends TimeRange {
  /** Key of its text in the interface. */
  readonly id: string;
}

/** Ranges that end now, shortest first. */
export const recentRanges = [
  { id: 'last5m', from: 'now-5m', to: 'now' },
  { id: 'last15m', from: 'now-15m', to: 'now' },
  { id: 'last30m', from: 'now-30m', to: 'now' },
  { id: 'last1h', from: 'now-1h', to: 'now' },
  { id: 'last3h', from: 'now-3h', to: 'now' },
  { id: 'last6h', from: 'now-6h', to: 'now' },
  { id: 'last12h', from: 'now-12h', to: 'now' },
  { id: 'last24h', from: 'now-24h', to: 'now' },
  { id: 'last2d', from: 'now-2d', to: 'now' },
  { id: 'last7d', from: 'now-7d', to: 'now' },
  { id: 'last30d', from: 'now-30d', to: 'now' },
  { id: 'last90d', from: 'now-90d', to: 'now' },
  { id: 'last6M', from: 'now-6M', to: 'now' },
  { id: 'last1y', from: 'now-1y', to: 'now' },
] as const satisfies readonly QuickRange[];

/** Ranges by the calendar of the viewer's zone. `this...` ends now, the others end with their unit. */
export const calendarRanges = [
  { id: 'today', from: 'now/d', to: 'now' },
  { id: 'yesterday', from: 'now-1d/d', to: 'now-1d/d' },
  { id: 'thisWeek', from: 'now/w', to: 'now' },
  { id: 'lastWeek', from: 'now-1w/w', to: 'now-1w/w' },
  { id: 'thisMonth', from: 'now/M', to: 'now' },
  { id: 'lastMonth', from: 'now-1M/M', to: 'now-1M/M' },
  { id: 'thisYear', from: 'now/y', to: 'now' },
] as const satisfies readonly QuickRange[];

export type QuickRangeId = (typeof recentRanges)[number]['id'] | (typeof calendarRanges)[number]['id'];

/** The quick range that is written the same as `range`; null when it is none of them. */
export function quickRangeOf(range: TimeRange): QuickRangeId | null {
  const match = [...recentRanges, ...calendarRanges].find(
    (quick) => quick.from === range.from && quick.to === range.to,
  );
  return match?.id ?? null;
}
