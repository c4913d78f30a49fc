import { floorMod, wallTime } from '../model/timeZone.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Steps that people and clocks divide by, ms. */
const niceSteps: readonly number[] = [
  ...[1, 2, 5, 10, 15, 30].map((n) => n * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((n) => n * MINUTE),
  ...[1, 2, 3, 6, 12].map((n) => n * HOUR),
  DAY,
];

/** Points that are asked for, by width in CSS pixels: few classes, so that resizing asks nothing anew and panels share. */
const pointClasses = [240, 480, 720, 960, 1440] as const;

/** Prometheus refuses a range query of more points a series. */
export const MAX_POINTS = 11_000;

/** The least nice step that is at least `ms`; beyond a day, whole days. */
export function niceStep(ms: number): number {
  return niceSteps.find((step) => step >= ms) ?? Math.ceil(ms / DAY) * DAY;
}

/** The class of points nearest to a width in CSS pixels. */
export function pointsForWidth(width: number): number {
  return pointClasses.reduce<number>(
    (best, points) => (Math.abs(points - width) < Math.abs(best - width) ? points : best),
    pointClasses[0],
  );
}

export interface StepRequest {
  /** Milliseconds from the first point to the last. */
  readonly range: number;
  readonly points: number;
  readonly scrapeInterval: number;
  readonly minStep?: number;
}

/** The step for a range, ms: nice, no closer than what is scraped or wanted, never above 11,000 points. */
export function stepFor({ range, points, scrapeInterval, minStep = 0 }: StepRequest): number {
  // Aligning may add a point, and both ends count.
  const most = Math.min(points, MAX_POINTS - 2);
  return niceStep(Math.max(scrapeInterval, minStep, range / most));
}

/**
 * `$__rate_interval`, ms: wide enough for a rate to see at least two samples even when one scrape is missed
 * (https://grafana.com/blog/2020/09/28/new-in-grafana-7.2-__rate_interval-for-prometheus-rate-queries-that-just-work/),
 * and never below `floor`.
 */
export function rateInterval(step: number, scrapeInterval: number, floor = 0): number {
  return Math.max(step + scrapeInterval, 4 * scrapeInterval, floor);
}

/**
 * A span (epoch ms) moved back to multiples of `step`: since the epoch in UTC, or, for a step of whole days, since
 * midnight in `timeZone`, by its offset at the end of the span. The end never lies ahead of the asked one: a point in
 * the future would repeat the last sample there.
 */
export function alignRange(
  span: { readonly from: number; readonly to: number },
  step: number,
  timeZone = 'UTC',
): { readonly start: number; readonly end: number } {
  const offset = step % DAY === 0 ? wallTime(span.to, timeZone) - span.to : 0;
  const align = (time: number) => time - floorMod(time + offset, step);
  return { start: align(span.from), end: align(span.to) };
}
