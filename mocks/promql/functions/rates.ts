import { executionError } from '../errors.ts';
import type { WindowFunction } from './over-time.ts';
import type { Window } from './windows.ts';

/** What a counter gained over a window, a fall being a restart from zero; or the difference of a gauge. */
function difference({ values, from, to }: Window, counter: boolean): number {
  let gained = (values[to - 1] ?? 0) - (values[from] ?? 0);
  if (!counter) return gained;
  for (let i = from + 1; i < to; i++) {
    const before = values[i - 1] ?? 0;
    if ((values[i] ?? 0) < before) gained += before;
  }
  return gained;
}

/**
 * The difference over a window, extrapolated to its edges as Prometheus does: up to an edge that lies within 1.1 mean
 * distances of the outermost sample, else by half a distance, and a counter never to below zero. With `rate`, per second.
 * In the order of Prometheus's own arithmetic, so that both round alike.
 */
function extrapolated(window: Window, counter: boolean, rate: boolean): number | undefined {
  const { times, values, from, to, start, end } = window;
  if (to - from < 2) return undefined;
  const first = times[from] ?? 0;
  const last = times[to - 1] ?? 0;
  const sampled = (last - first) / 1000;
  const distance = sampled / (to - from - 1);
  const gained = difference(window, counter);
  let before = (first - start) / 1000;
  if (before >= distance * 1.1) before = distance / 2;
  const lowest = values[from] ?? 0;
  if (counter && gained > 0 && lowest >= 0) before = Math.min(before, sampled * (lowest / gained));
  let after = (end - last) / 1000;
  if (after >= distance * 1.1) after = distance / 2;
  const factor = (sampled + before + after) / sampled;
  return gained * (rate ? factor / ((end - start) / 1000) : factor);
}

function instant({ times, values, from, to }: Window, rate: boolean): number | undefined {
  if (to - from < 2) return undefined;
  const last = values[to - 1] ?? 0;
  const before = values[to - 2] ?? 0;
  if (!rate) return last - before;
  const seconds = ((times[to - 1] ?? 0) - (times[to - 2] ?? 0)) / 1000;
  return (last < before ? last : last - before) / seconds;
}

/** Least squares through a window's samples: the slope per second, and the value at `origin`, in epoch ms. */
function regression({ times, values, from, to }: Window, origin: number): { slope: number; intercept: number } {
  const first = values[from] ?? 0;
  if (values.subarray(from, to).every((value) => value === first)) {
    return { slope: Number.isFinite(first) ? 0 : Number.NaN, intercept: Number.isFinite(first) ? first : Number.NaN };
  }
  const count = to - from;
  let meanX = 0;
  let meanY = 0;
  for (let i = from; i < to; i++) {
    meanX += ((times[i] ?? 0) - origin) / 1000 / count;
    meanY += (values[i] ?? 0) / count;
  }
  let covariance = 0;
  let spread = 0;
  for (let i = from; i < to; i++) {
    const x = ((times[i] ?? 0) - origin) / 1000 - meanX;
    covariance += x * ((values[i] ?? 0) - meanY);
    spread += x * x;
  }
  const slope = covariance / spread;
  return { slope, intercept: meanY - slope * meanX };
}

/** Holt's linear smoothing with a smoothing and a trend factor. */
function smooth({ values, from, to }: Window, level: number, trend: number): number | undefined {
  if (level <= 0 || level >= 1) throw executionError(`invalid smoothing factor. Expected: 0 < sf < 1, got: ${level}`);
  if (trend <= 0 || trend >= 1) throw executionError(`invalid trend factor. Expected: 0 < tf < 1, got: ${trend}`);
  if (to - from < 2) return undefined;
  let before = 0;
  let smoothed = values[from] ?? 0;
  let slope = (values[from + 1] ?? 0) - smoothed;
  for (let i = from + 1; i < to; i++) {
    if (i > from + 1) slope = trend * (smoothed - before) + (1 - trend) * slope;
    before = smoothed;
    smoothed = level * (values[i] ?? 0) + (1 - level) * (before + slope);
  }
  return smoothed;
}

const enough = ({ from, to }: Window): boolean => to - from >= 2;

export const rates: Readonly<Record<string, WindowFunction>> = {
  increase: (window) => extrapolated(window, true, false),
  delta: (window) => extrapolated(window, false, false),
  rate: (window) => extrapolated(window, true, true),
  irate: (window) => instant(window, true),
  idelta: (window) => instant(window, false),
  deriv: (window) => (enough(window) ? regression(window, window.times[window.from] ?? 0).slope : undefined),
  predict_linear: (window, [ahead = 0, now = window.end]) => {
    if (!enough(window)) return undefined;
    const { slope, intercept } = regression(window, now);
    return slope * ahead + intercept;
  },
  double_exponential_smoothing: (window, [level = 0, trend = 0]) => smooth(window, level, trend),
};
