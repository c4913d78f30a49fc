import type { Language } from './language.ts';
import { type Ladder, type Rung, space } from './units/ladders.ts';
import { type DigitStyle, formatDigits, rounded, significantDecimals } from './units/numbers.ts';
import { type LinearUnit, unitOf } from './units/table.ts';
import { formatCompound, formatDate } from './units/times.ts';

/** How a value is written. */
export interface ValueFormat {
  /** A Grafana unit id; an unknown one is printed after the number. */
  readonly unit: string;
  /** Exactly so many digits after the point; three significant digits without it. */
  readonly decimals?: number | undefined;
  readonly language: Language;
  /** Zone of dates (see timeZone.ts); UTC without it. */
  readonly timeZone?: string | undefined;
  /** Epoch ms, for ages; without it they are written as dates. */
  readonly now?: number | undefined;
  /** The unit's words (`unitLabel`) stand beside the title already: leave them out after the number. */
  readonly labelled?: boolean | undefined;
}

/** The parts of a written value. `tail` has the space in front that belongs there. */
interface Parts {
  readonly text: string;
  readonly tail: string;
}

/** A value's number and its unit apart, so that the unit can be drawn smaller: `2.31` and `k`. */
export function formatValue(value: number, format: ValueFormat): { text: string; suffix: string } {
  const { text, tail } = partsOf(value, format);
  return { text, suffix: tail.trim() };
}

/** A value in one line: `65 %`, `2.31k`, `1.5 GiB`. NaN and the infinities are written as Prometheus does. */
export function formatText(value: number, format: ValueFormat): string {
  const { text, tail } = partsOf(value, format);
  return text + tail;
}

/** Words to print beside a title, such as `requests / s`; '' when each value carries its unit itself. */
export function unitLabel(unit: string, language: Language): string {
  const found = unitOf(unit);
  return found.kind === 'linear' && found.words ? found.words.label[language] : '';
}

/**
 * Texts of an axis's ticks: on one scale, with as many decimals as they need to differ (at least `decimals`), without
 * the words of `unitLabel`. Ticks of many magnitudes (a log axis) get a scale each. Dates read in `timeZone`.
 */
export function axisFormatter(
  unit: string,
  ticks: readonly number[],
  language: Language,
  decimals?: number,
  timeZone?: string,
): string[] {
  const found = unitOf(unit);
  const format: ValueFormat = { unit, language, decimals, timeZone, labelled: true };
  if (found.kind === 'linear') return linearTicks(found, ticks, format);
  const texts = ticks.map((tick) => formatText(tick, format));
  if (new Set(texts).size === new Set(ticks).size) return texts;
  return axisFormatter(found.kind === 'duration' ? (found.factor === 1 ? 's' : 'ms') : 'none', ticks, language);
}

function partsOf(value: number, format: ValueFormat): Parts {
  if (Number.isNaN(value)) return { text: 'NaN', tail: '' };
  if (!Number.isFinite(value)) return { text: value > 0 ? '+Inf' : '-Inf', tail: '' };
  const { language, timeZone = 'UTC', now = null } = format;
  const unit = unitOf(format.unit);
  switch (unit.kind) {
    case 'linear':
      return linearParts(value, unit, format);
    case 'duration': {
      const text = formatCompound(value * unit.factor, language);
      return text === null ? partsOf(value * unit.factor, { ...format, unit: 's' }) : { text, tail: '' };
    }
    case 'date': {
      const text = formatDate(value, unit.style, { language, timeZone, now });
      return text === null ? partsOf(value, { ...format, unit: 'none' }) : { text, tail: '' };
    }
    case 'boolean':
      return { text: (value === 0 ? unit.no : unit.yes)[language], tail: '' };
  }
}

function linearParts(value: number, unit: LinearUnit, format: ValueFormat): Parts {
  const base = value * unit.factor;
  const rung = rungOf(Math.abs(base), unit.ladder, format.decimals);
  const scaled = base / rung.factor;
  return writeScaled(scaled, rung, unit, format, decimalsOf(scaled, rung, unit, format.decimals));
}

function decimalsOf(scaled: number, rung: Rung, unit: LinearUnit, asked: number | undefined): DigitStyle['decimals'] {
  // What was rounded up to a rung is a little below 1 on it, and is to read as 1.
  const significant = significantDecimals(rung === unit.ladder[0] ? scaled : Math.max(Math.abs(scaled), 1));
  // Decimals are asked of the value, not of its thousands: 1,440 without any is 1.44k and not 1k.
  if (asked !== undefined) return rung.factor > 1 && significant > asked ? { most: significant } : { exactly: asked };
  if (unit.currency && rung.factor === 1 && Math.abs(scaled) >= 1) return null;
  return { most: unit.share ? shareDecimals(Math.abs(scaled), significant) : significant };
}

/** Two at most, and as many more as it takes: 0.004 % is not 0 %, and 99.97 % is not 100 %. */
function shareDecimals(percent: number, significant: number): number {
  let most = Math.min(significant, 2);
  const isLost = () =>
    (percent > 0 && rounded(percent, most) === 0) || (percent < 100 && rounded(percent, most) >= 100);
  while (most < Math.max(significant, 6) && isLost()) most++;
  return most;
}

function writeScaled(
  scaled: number,
  rung: Rung,
  unit: LinearUnit,
  { language, labelled }: ValueFormat,
  decimals: DigitStyle['decimals'],
): Parts {
  const digits = formatDigits(scaled, { language, decimals, grouping: unit.grouping, currency: unit.currency });
  const words = unit.words && !labelled ? space + unit.words.suffix[language] : '';
  return { text: unit.prefix + digits, tail: rung.symbol[language] + words };
}

/** The rung on which `size` (not negative) is written: the largest it reaches once it is rounded. */
function rungOf(size: number, ladder: Ladder, decimals: number | undefined): Rung {
  const unscaled = ladder.find((rung) => rung.factor === 1) ?? { factor: 1, symbol: { en: '', 'pt-BR': '' } };
  if (size === 0) return unscaled;
  const index = Math.max(
    ladder.findLastIndex((rung) => size >= rung.factor),
    0,
  );
  const [rung, next] = [ladder[index] ?? unscaled, ladder[index + 1]];
  // Rounding cannot reach the next rung from farther away; most values are, and this is a hot path.
  if (!next || size < next.factor * 0.95) return rung;
  const scaled = size / rung.factor;
  const reachesNext = rounded(scaled, decimals ?? significantDecimals(scaled)) * rung.factor >= next.factor;
  return reachesNext ? next : rung;
}

function linearTicks(unit: LinearUnit, ticks: readonly number[], format: ValueFormat): string[] {
  const bases = ticks.map((tick) => tick * unit.factor);
  const sizes = bases.map(Math.abs).filter((size) => size > 0);
  const largest = Math.max(...sizes, 0);
  if (largest / Math.min(...sizes) > 1000) return ticks.map((tick) => formatText(tick, format));
  const { rung, decimals } = axisScale(bases, largest, unit.ladder);
  const cents = unit.currency && decimals === 1 ? 2 : decimals;
  return bases.map((base) => {
    const exactly = base === 0 ? 0 : Math.max(cents, format.decimals ?? 0);
    const { text, tail } = writeScaled(base / rung.factor, rung, unit, format, { exactly });
    return base === 0 ? text : text + tail;
  });
}

/** The rung that all ticks share and the decimals they need on it: what makes the longest tick shortest. */
function axisScale(bases: readonly number[], largest: number, ladder: Ladder): { rung: Rung; decimals: number } {
  const rung = rungOf(largest, ladder, undefined);
  let best = { rung, decimals: neededDecimals(bases, rung.factor) };
  for (const other of ladder.slice(0, ladder.indexOf(rung)).reverse()) {
    const candidate = { rung: other, decimals: neededDecimals(bases, other.factor) };
    const gain = tickLength(largest, best) - tickLength(largest, candidate);
    if (gain > 0 || (gain === 0 && candidate.decimals < best.decimals)) best = candidate;
  }
  return best;
}

/** Characters that a tick takes, separators and symbol included. */
function tickLength(size: number, { rung, decimals }: { rung: Rung; decimals: number }): number {
  const whole = Math.max(Math.floor(Math.log10(size / rung.factor)), 0) + 1;
  return whole + Math.floor((whole - 1) / 3) + (decimals > 0 ? decimals + 1 : 0) + rung.symbol.en.length;
}

/** Fewest digits after the point with which every tick is off by less than 1 % of the distance between ticks. */
function neededDecimals(bases: readonly number[], factor: number): number {
  const scaled = bases.map((base) => base / factor).sort((a, b) => a - b);
  const gaps = scaled
    .slice(1)
    .map((tick, i) => tick - (scaled[i] ?? tick))
    .filter((gap) => gap > 0);
  const gap = Math.min(...gaps, Math.abs(scaled[0] ?? 1) || 1);
  for (let decimals = 0; decimals < 15; decimals++) {
    if (scaled.every((tick) => Math.abs(rounded(tick, decimals) - tick) < gap / 100)) return decimals;
  }
  return 15;
}
