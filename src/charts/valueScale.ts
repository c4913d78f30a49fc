import type { ValueAxis } from './chart.ts';

/** Units of counts, shares, sizes and rates: zero is their natural floor. */
const countUnits = new Set(
  'bytes decbytes bits bps Bps binBps percent percentunit ops reqps rps wps iops pps cps eps mps rows/s bool'.split(
    ' ',
  ),
);
const binaryUnits = new Set(['bytes', 'binBps']);
/** Seconds in one of each unit of time. */
const timeUnits: Readonly<Record<string, number>> = { s: 1, dtdurations: 1, ms: 1e-3, dtdurationms: 1e-3 };
const durationSteps = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400];

/** Lowest and highest value of an axis. */
export interface Limits {
  readonly min: number;
  readonly max: number;
}

/**
 * The limits of a linear axis for data from `low` to `high`; null when there is none. Zero is shown when the unit is a
 * count or a share, when the smallest value is under half of the largest, and when something is filled from zero
 * (`grounded`); otherwise the limits are the data's, padded. They fall on halves of a tick, so that they do not
 * twitch with every refresh. `min` and `max` of the axis win.
 */
export function linearLimits(
  low: number | null,
  high: number | null,
  axis: ValueAxis,
  grounded: boolean,
): Limits | null {
  if (low === null || high === null) return null;
  const zero = grounded || countUnits.has(axis.unit);
  let [min, max] = [low, high];
  if (min >= 0 && (zero || min < max / 2)) min = 0;
  if (max <= 0 && (zero || max > min / 2)) max = 0;
  if (max - min <= Math.abs(max) * noise) {
    const room = min === 0 ? 1 : Math.abs(min) * 0.1;
    if (min !== 0 || !zero) min -= zero ? 0 : room;
    max += room;
  }
  const pad = (max - min) * 0.04;
  const half = tickStep(max - min, 4, axis.unit) / 2;
  const bottom = min === 0 ? 0 : Math.floor((min - pad) / half) * half;
  const top = max === 0 ? 0 : Math.ceil((max + pad) / half) * half;
  return orderly(axis.min ?? bottom, axis.max ?? top);
}

/** Differences this small beside the value come from the arithmetic, not from what is measured. */
const noise = 1e-9;

/** Limits that span something, also when a fixed one lies beyond the data. */
function orderly(min: number, max: number): Limits {
  if (max > min) return { min, max };
  return { min, max: min + (Math.abs(min) || 1) };
}

/** The limits of a logarithmic axis: whole powers of ten around the data, which is above zero; null when there is none. */
export function logLimits(low: number | null, high: number | null, axis: ValueAxis): Limits | null {
  if (low === null || high === null) return null;
  const positive = (limit: number | undefined) => (limit !== undefined && limit > 0 ? limit : undefined);
  const min = positive(axis.min) ?? 10 ** Math.floor(Math.log10(low));
  const max = positive(axis.max) ?? 10 ** Math.ceil(Math.log10(high));
  return max > min ? { min, max } : { min, max: min * 10 };
}

/** A round distance for about `count` ticks over `width`: 1, 2, 2.5, 5 x 10^n; 1, 2, 5, ... 50, 64, 128, 256, 512 x 1024^n for binary units; whole minutes and hours for times. */
function tickStep(width: number, count: number, unit: string): number {
  const raw = width / count;
  const seconds = timeUnits[unit];
  if (seconds !== undefined && raw * seconds >= 1 && raw * seconds < 86_400) {
    return (durationSteps.find((step) => step >= raw * seconds * 0.999) ?? 86_400) / seconds;
  }
  if (binaryUnits.has(unit) && raw >= 1) {
    const power = 1024 ** Math.floor(Math.log(raw) / Math.log(1024));
    const share = raw / power;
    // 500 or 1000 of a binary unit are no round numbers: half of the next unit, and that unit, are.
    return (share > 50 ? 2 ** Math.ceil(Math.log2(share)) : decimalStep(share)) * power;
  }
  return decimalStep(raw);
}

function decimalStep(raw: number): number {
  const power = 10 ** Math.floor(Math.log10(raw));
  const factor = [1, 2, 2.5, 5].find((one) => one * power >= raw * 0.999) ?? 10;
  return factor * power;
}

/** The ticks of a linear axis, ascending: at most about `count` steps, on round values, and more where that gives only one. */
export function linearTicks({ min, max }: Limits, count: number, unit: string): number[] {
  if (!(max > min)) return [];
  for (let steps = Math.max(1, count); ; steps++) {
    const ticks = multiplesWithin(min, max, tickStep(max - min, steps, unit));
    if (ticks.length > 1 || steps > count + 4) return ticks;
  }
}

function multiplesWithin(min: number, max: number, step: number): number[] {
  const first = Math.ceil(min / step - 1e-9);
  const last = Math.floor(max / step + 1e-9);
  // Multiples of the inverse are exact where the step itself (0.1) is not.
  const inverse = Math.round(1 / step);
  const exact = step < 1 && Math.abs(inverse * step - 1) < 1e-9;
  return Array.from({ length: last - first + 1 }, (_, i) => (exact ? (first + i) / inverse : (first + i) * step) || 0);
}

/** The ticks of a logarithmic axis: powers of ten, thinned to about `count`. */
export function logTicks({ min, max }: Limits, count: number): number[] {
  const first = Math.ceil(Math.log10(min) - 1e-9);
  const last = Math.floor(Math.log10(max) + 1e-9);
  const every = Math.max(1, Math.ceil((last - first) / Math.max(1, count)));
  return Array.from({ length: Math.floor((last - first) / every) + 1 }, (_, i) => 10 ** (first + i * every));
}
