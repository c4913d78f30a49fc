import type { GaugeBand } from '../../charts/RadialGauge.tsx';
import { type Limits, linearLimits } from '../../charts/valueScale.ts';
import { gaugePanelTexts } from '../../i18n/apart/panels/gauge.ts';
import type { Absence } from '../../model/absence.ts';
import { type Reading, readings, type WrittenValue, writeValue } from '../../model/readings.ts';
import type { Threshold } from '../../model/thresholds.ts';
import { formatText } from '../../model/units.ts';
import type { PanelProps } from '../contract.ts';
import type { GaugeOptions } from './options.ts';

/** One dial. */
export interface Dial {
  readonly key: string;
  readonly name: string;
  readonly written: WrittenValue;
  /** Why there is no value to show; null when there is one, or when it is NaN. */
  readonly absence: Absence['kind'] | null;
  /** Where on the scale, 0 to 1; null when there is no value to show. */
  readonly share: number | null;
  /** Said when the value lies beyond the scale; else ''. */
  readonly beyond: string;
}

export interface GaugeView {
  readonly dials: readonly Dial[];
  /** How many there are; more than `dials` when the limit cut them. */
  readonly total: number;
  readonly bands: readonly GaugeBand[];
  /** The ends of the scale, written. */
  readonly ends: { readonly min: string; readonly max: string };
}

/** All dials of a panel have one scale, so that they can be compared. */
export function toGauges({ data, options, environment }: PanelProps<GaugeOptions>): GaugeView {
  const { language, timeZone, now } = environment;
  const all = readings(data.results, options.reduce, language, data.down);
  const limits = scaleOf(all, options);
  const write = (value: number) =>
    formatText(value, { unit: options.unit, decimals: options.decimals, language, timeZone, now, labelled: true });
  const ends = { min: write(limits.min), max: write(limits.max) };
  const texts = gaugePanelTexts[language];
  return {
    dials: all.slice(0, options.limit).map((reading) => {
      const { key, name, value } = reading;
      const written = writeValue(value, options, environment, false, reading.absence);
      const absence = reading.absence?.kind ?? null;
      if (value === 'absent' || Number.isNaN(value)) return { key, name, written, absence, share: null, beyond: '' };
      const beyond = value > limits.max ? texts.above(ends.max) : value < limits.min ? texts.below(ends.min) : '';
      return { key, name, written, absence, share: shareOf(value, limits), beyond };
    }),
    total: all.length,
    bands: bandsOf(options.thresholds, limits),
    ends,
  };
}

/** Fixed ends win; a share ends at its whole; otherwise the scale holds every value and every threshold. */
function scaleOf(all: readonly Reading[], options: GaugeOptions): Limits {
  const values = all.map((reading) => reading.value).filter((value) => value !== 'absent' && Number.isFinite(value));
  const levels = [...values, ...options.thresholds.map((threshold) => threshold.value ?? 0)].map(Number);
  const whole = { percent: 100, percentunit: 1 }[options.unit];
  const max = options.max ?? (whole !== undefined && levels.every((level) => level <= whole) ? whole : undefined);
  const axis = { unit: options.unit, decimals: options.decimals, min: options.min, max, scale: 'linear' as const };
  return linearLimits(Math.min(0, ...levels), Math.max(0, ...levels), axis, true) ?? { min: 0, max: 1 };
}

function shareOf(value: number, { min, max }: Limits): number {
  return Math.min(1, Math.max(0, (value - min) / (max - min)));
}

/** The stretches of the scale between thresholds; those below the first one have no tone of their own. */
export function bandsOf(thresholds: readonly Threshold[], limits: Limits): GaugeBand[] {
  const at = (threshold: Threshold) => (threshold.value === null ? 0 : shareOf(threshold.value, limits));
  const sorted = thresholds.toSorted((a, b) => (a.value ?? -Infinity) - (b.value ?? -Infinity));
  const [first] = sorted;
  if (first === undefined) return [];
  const bands: GaugeBand[] = [{ from: 0, to: at(first), tone: 'neutral' }];
  sorted.forEach((threshold, i) => {
    const next = sorted[i + 1];
    bands.push({ from: at(threshold), to: next ? at(next) : 1, tone: threshold.tone });
  });
  return bands.filter((band) => band.to > band.from);
}
