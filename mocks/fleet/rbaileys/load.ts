import { minute } from '../context.ts';
import { inside, plus, rhythm, type Signal, times } from '../signal.ts';
import { isInside, swell, type Windows } from '../windows.ts';
import { type Context, unhealthyWindows } from './context.ts';

/** How long the buffer waits: shortly under low load, long under high load, a fixed time when the breaker has tripped. */
export const flushModes = ['aggressive', 'balanced', 'conservative', 'disabled'] as const;
export type FlushMode = (typeof flushModes)[number];

/** The events that arrive, and what the adaptive algorithm makes of them. */
export interface Load {
  /** Events per second. */
  readonly events: Signal;
  /** The moving mean of the events per second that the algorithm keeps. */
  readonly eventRate: (time: number) => number;
  /** Seconds until a buffer is flushed. */
  readonly timeout: (time: number) => number;
  readonly isHealthy: (time: number) => boolean;
  readonly modeAt: (time: number) => FlushMode;
  /** The newest time up to `time` in this mode, epoch ms. */
  readonly lastIn: (mode: FlushMode, time: number) => number;
  /** The signal while in this mode, else nothing. */
  readonly inMode: (mode: FlushMode, signal: Signal) => Signal;
}

/** Minutes of each cycle in which little is written, and the buffer is flushed every second. */
const quietMinutes: readonly (readonly [from: number, to: number])[] = [
  [0, 14],
  [96, 130],
  [168, 186],
  [224, 244],
  [304, 322],
  [348, 360],
];

interface Segment {
  readonly mode: FlushMode;
  readonly windows: Windows;
}

/** The modes of a cycle, one after the other without a gap: balanced where nothing else is said. */
function segmentsOf(special: readonly Segment[], period: number): Segment[] {
  const sorted = special
    .filter(({ windows }) => windows.length > 0)
    .sort((a, b) => a.windows.offset - b.windows.offset);
  const balanced = (from: number, to: number): Segment[] =>
    to > from ? [{ mode: 'balanced', windows: { period, offset: from, length: to - from } }] : [];
  let end = 0;
  const filled = sorted.flatMap((segment) => {
    const gap = balanced(end, segment.windows.offset);
    end = segment.windows.offset + segment.windows.length;
    return [...gap, segment];
  });
  return [...filled, ...balanced(end, period)];
}

/**
 * The algorithm's own reckoning: load from the event rate and the buffer it fills, then a timeout of 1 s at low load,
 * 10 s at high load, and in between what lies between.
 */
function adaptiveTimeout(eventRate: number): number {
  const load = 0.5 * Math.min(eventRate / 50, 1) + 0.3 * Math.min(eventRate / 120, 1);
  return 1 + 9 * Math.min(1, Math.max(0, (load - 0.3) / 0.4));
}

const fixedTimeout = 5;

export function createLoad(context: Context): Load {
  const flood = context.incident('flood');
  const { period } = flood;
  const quiet = quietMinutes.map(([from, to]) => ({ period, offset: from * minute, length: (to - from) * minute }));
  const unhealthy = unhealthyWindows(context);
  const segments = segmentsOf(
    [
      ...quiet.map((windows): Segment => ({ mode: 'aggressive', windows })),
      ...unhealthy.map((windows): Segment => ({ mode: 'disabled', windows })),
      { mode: 'conservative', windows: flood },
    ],
    period,
  );

  const usual = rhythm({ seed: `${context.seed} events`, mean: 38, daily: 0.07, weekly: 0.03, waver: 0.08 });
  const [quietChange, floodChange] = [-0.7, 2.2];
  const events = plus(
    usual,
    ...quiet.map((windows) => inside(windows, times(usual, quietChange))),
    inside(flood, times(usual, floodChange)),
  );
  const eventRate = (time: number) => {
    const calm = quiet.reduce((most, windows) => Math.max(most, swell(windows, time, 5000, 40_000)), 0);
    const change = quietChange * calm + floodChange * swell(flood, time, 5000, 40_000);
    return usual.at(time) * (1 + change);
  };

  const isHealthy = (time: number) => !unhealthy.some((windows) => isInside(windows, time));
  const modeAt = (time: number) => segments.find(({ windows }) => isInside(windows, time))?.mode ?? 'balanced';
  const timeout = (time: number) => (isHealthy(time) ? adaptiveTimeout(eventRate(time)) : fixedTimeout);

  const lastIn = (mode: FlushMode, time: number) => {
    const ends = segments
      .filter((segment) => segment.mode === mode)
      .map(({ windows: { offset, length } }) => {
        const start = Math.floor((time - offset) / period) * period + offset;
        return Math.min(time, start + length - 1);
      });
    return Math.max(...ends);
  };

  const inMode = (mode: FlushMode, signal: Signal) =>
    plus(...segments.filter((segment) => segment.mode === mode).map(({ windows }) => inside(windows, signal)));

  return { events, eventRate, timeout, isHealthy, modeAt, lastIn, inMode };
}
