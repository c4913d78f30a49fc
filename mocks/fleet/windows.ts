/** Stretches of time that come back: `[offset + n * period, offset + n * period + length)`, all in ms, UTC. */
export interface Windows {
  readonly period: number;
  readonly offset: number;
  /** 0: never. */
  readonly length: number;
}

export const never: Windows = { period: 1, offset: 0, length: 0 };

/** Start of the newest window that has begun by `time`. */
function windowStart(windows: Windows, time: number): number {
  return Math.floor((time - windows.offset) / windows.period) * windows.period + windows.offset;
}

export function isInside(windows: Windows, time: number): boolean {
  return time - windowStart(windows, time) < windows.length;
}

/** Start of the first window that is not over at `time`: the one around it, or the next. */
export function firstWindow(windows: Windows, time: number): number {
  const start = windowStart(windows, time);
  return time - start < windows.length ? start : start + windows.period;
}

/** 0 outside, 1 inside, with straight flanks of `rise` ms before a window and `fall` ms after it. */
export function swell(windows: Windows, time: number, rise: number, fall: number): number {
  if (windows.length === 0) return 0;
  const since = time - windowStart(windows, time);
  if (since < windows.length) return 1;
  const falling = 1 - (since - windows.length) / fall;
  const rising = 1 - (windows.period - since) / rise;
  return Math.max(0, falling, rising);
}

/** When a process that lives at `time` was started, epoch ms. */
export type Lifetime = (time: number) => number;

/** A process that is restarted at `offset + n * period`. */
export function restartedEvery(period: number, offset: number): Lifetime {
  const windows = { period, offset, length: 0 };
  return (time) => windowStart(windows, time);
}

/** A process that is also started anew at the end of each window in which it was gone. */
export function restartedAfter(windows: Windows, otherwise: Lifetime): Lifetime {
  if (windows.length === 0) return otherwise;
  const returns = restartedEvery(windows.period, windows.offset + windows.length);
  return (time) => Math.max(otherwise(time), returns(time));
}
