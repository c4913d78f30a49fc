import { hash01, seedOf } from './noise.ts';
import { firstWindow, isInside, type Windows } from './windows.ts';

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
  /** Share of the mean by which day and night differ from it, busiest at `peakHour`. */
  readonly daily?: number;
  /** Hour of the day, UTC; 18 if not said, 15:00 in São Paulo. */
  readonly peakHour?: number;
  /** Share of the mean by which busy and calm days differ from it, busiest at `peakDay`. */
  readonly weekly?: number;
  /** Days since Sunday 00:00 UTC; 3.5 if not said, Wednesday noon. */
  readonly peakDay?: number;
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

/**
 * mean * (1 + the sum of cosines); it stays positive while the three shares add up to less than one. Sines are what a
 * sample costs: series that share a signal ask for the same time one after the other, and integrals mostly begin where
 * the one before began, so the newest of each is kept.
 */
export function rhythm(options: RhythmOptions): Signal {
  const { seed, mean, daily = 0, peakHour = 18, weekly = 0, peakDay = 3.5, waver = 0 } = options;
  // The epoch was a Thursday: the Sunday after it began three days later.
  const waves = [
    wave(daily, day, peakHour * hour),
    wave(weekly, week, (peakDay + 3) * day),
    ...waverWaves(seed, waver),
  ].filter(({ share }) => share > 0);
  const level = newest((time) => {
    let sum = 1;
    for (const { share, frequency, phase } of waves) sum += share * Math.cos(frequency * (time / 1000) + phase);
    return mean * sum;
  });
  const sinesAt = newest((time) => waves.map(({ frequency, phase }) => Math.sin(frequency * (time / 1000) + phase)));
  let known = { from: Number.NaN, to: Number.NaN, integral: 0 };
  return {
    at: level,
    integral(from, to) {
      if (known.from === from && known.to === to) return known.integral;
      const starts = sinesAt(from);
      let sum = (to - from) / 1000;
      for (const [i, { share, frequency, phase }] of waves.entries()) {
        sum += (share / frequency) * (Math.sin(frequency * (to / 1000) + phase) - (starts[i] ?? 0));
      }
      known = { from, to, integral: mean * sum };
      return known.integral;
    },
  };
}

/** The function, with its newest answer kept. */
function newest<T>(compute: (time: number) => T): (time: number) => T {
  let known: { readonly time: number; readonly answer: T } | null = null;
  return (time) => {
    if (known?.time !== time) known = { time, answer: compute(time) };
    return known.answer;
  };
}

export function constant(value: number): Signal {
  return { at: () => value, integral: (from, to) => (value * (to - from)) / 1000 };
}

export function times(signal: Signal, factor: number): Signal {
  if (factor === 0) return constant(0);
  return {
    at: (time) => factor * signal.at(time),
    integral: (from, to) => factor * signal.integral(from, to),
  };
}

export function plus(...signals: readonly Signal[]): Signal {
  return {
    at(time) {
      let sum = 0;
      for (const signal of signals) sum += signal.at(time);
      return sum;
    },
    integral(from, to) {
      let sum = 0;
      for (const signal of signals) sum += signal.integral(from, to);
      return sum;
    },
  };
}

/** The signal inside the windows, nothing outside. */
export function inside(windows: Windows, signal: Signal): Signal {
  /** Integrals over the first 0, 1, 2, ... windows after `from`, each of which is over: they need no second computing. */
  let past = { from: Number.NaN, first: 0, sums: [0] };
  return {
    at: (time) => (isInside(windows, time) ? signal.at(time) : 0),
    integral(from, to) {
      const { period, length } = windows;
      if (length === 0) return 0;
      if (past.from !== from) past = { from, first: firstWindow(windows, from), sums: [0] };
      const { first, sums } = past;
      const over = Math.max(0, Math.floor((to - first - length) / period) + 1);
      for (let n = sums.length - 1; n < over; n++) {
        const start = first + n * period;
        sums.push((sums[n] ?? 0) + signal.integral(Math.max(start, from), start + length));
      }
      const start = first + over * period;
      const whole = sums[over] ?? 0;
      return start < to ? whole + signal.integral(Math.max(start, from), to) : whole;
    },
  };
}

/** The signal, multiplied by `factor` inside the windows. */
export function during(signal: Signal, windows: Windows, factor: number): Signal {
  return plus(signal, inside(windows, times(signal, factor - 1)));
}
