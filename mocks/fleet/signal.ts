import { hash01, seedOf } from './noise.ts';
import { isInside, overlaps, type Windows } from './windows.ts';

/**
 * A quantity over time whose integral has a closed form. What counts (requests, bytes, CPU seconds) is the integral of
 * its rate, so that a counter's value at any time costs the same few operations.
 */
export interface Signal {
  /** Value at epoch ms; of a rate: per second. */
  at(time: number): number;
  /** Integral over `[from, to]` (epoch ms) with time in seconds. */
  integral(from: number, to: number): number;
}

export interface RhythmOptions {
  /** Signals of another seed waver differently. */
  readonly seed: string;
  readonly mean: number;
  /** Share of the mean by which day and night differ from it, busiest at 18:00 UTC, 15:00 in São Paulo. */
  readonly daily?: number;
  /** Share of the mean by which midweek and weekend differ from it, busiest on Wednesdays. */
  readonly weekly?: number;
  /** Share of the mean within which it wavers over one to fifty minutes. */
  readonly waver?: number;
}

interface Wave {
  readonly share: number;
  /** Radians per second. */
  readonly frequency: number;
  readonly phase: number;
}

const hour = 3600;
const day = 24 * hour;
const week = 7 * day;

function wave(share: number, period: number, peak: number): Wave {
  const frequency = (2 * Math.PI) / period;
  return { share, frequency, phase: -frequency * peak };
}

/** Four waves with seeded periods, one in each of the ranges 1-2, 2-7, 7-20 and 20-50 minutes. */
function waverWaves(seed: string, share: number): Wave[] {
  const ranges: readonly (readonly [number, number])[] = [
    [1, 2],
    [2, 7],
    [7, 20],
    [20, 50],
  ];
  const key = seedOf(seed);
  return ranges.map(([low, high], i) => {
    const period = (low + (high - low) * hash01(key, 2 * i)) * 60;
    return wave(share / ranges.length, period, period * hash01(key, 2 * i + 1));
  });
}

/** mean * (1 + the sum of cosines); it stays positive while the three shares add up to less than one. */
export function rhythm({ seed, mean, daily = 0, weekly = 0, waver = 0 }: RhythmOptions): Signal {
  // The epoch was a Thursday: Wednesday noon is six and a half days later.
  const waves = [wave(daily, day, 18 * hour), wave(weekly, week, 6.5 * day), ...waverWaves(seed, waver)].filter(
    ({ share }) => share > 0,
  );
  return {
    at(time) {
      let sum = 1;
      for (const { share, frequency, phase } of waves) sum += share * Math.cos(frequency * (time / 1000) + phase);
      return mean * sum;
    },
    integral(from, to) {
      let sum = (to - from) / 1000;
      for (const { share, frequency, phase } of waves) {
        const end = Math.sin(frequency * (to / 1000) + phase);
        const start = Math.sin(frequency * (from / 1000) + phase);
        sum += (share / frequency) * (end - start);
      }
      return mean * sum;
    },
  };
}

export function constant(value: number): Signal {
  return { at: () => value, integral: (from, to) => (value * (to - from)) / 1000 };
}

export function times(signal: Signal, factor: number): Signal {
  return {
    at: (time) => factor * signal.at(time),
    integral: (from, to) => factor * signal.integral(from, to),
  };
}

export function plus(...signals: readonly Signal[]): Signal {
  return {
    at: (time) => signals.reduce((sum, signal) => sum + signal.at(time), 0),
    integral: (from, to) => signals.reduce((sum, signal) => sum + signal.integral(from, to), 0),
  };
}

/** The signal inside the windows, nothing outside. */
export function inside(windows: Windows, signal: Signal): Signal {
  return {
    at: (time) => (isInside(windows, time) ? signal.at(time) : 0),
    integral: (from, to) =>
      overlaps(windows, from, to).reduce((sum, [start, end]) => sum + signal.integral(start, end), 0),
  };
}

/** The signal, multiplied by `factor` inside the windows. */
export function during(signal: Signal, windows: Windows, factor: number): Signal {
  return plus(signal, inside(windows, times(signal, factor - 1)));
}
