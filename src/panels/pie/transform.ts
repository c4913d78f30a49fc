import { seriesColor, toneToken } from '../../charts/palette.ts';
import { piePanelTexts } from '../../i18n/apart/panels/pie.ts';
import type { Absence } from '../../model/absence.ts';
import { type Reading, readings, writeValue } from '../../model/readings.ts';
import { formatText } from '../../model/units.ts';
import type { PanelEnvironment, PanelProps } from '../contract.ts';
import type { PieOptions } from './options.ts';

/** A row of the legend; what has a value above zero is a slice of the pie too. */
export interface Part {
  readonly key: string;
  readonly name: string;
  readonly value: number | 'absent';
  /** Why the value is absent; null when it is not. */
  readonly absence: Absence | null;
  /** A color token; null for what is no slice. */
  readonly token: string | null;
  readonly text: string;
  /** Its share of the total, written; '' without one. */
  readonly share: string;
}

export interface PieView {
  /** Slices in their order, and where they belong those that have none. */
  readonly parts: readonly Part[];
  /** Null when there is nothing to add up. */
  readonly total: { readonly text: string; readonly suffix: string; readonly line: string } | null;
  /** A part of the total is missing. */
  readonly incomplete: boolean;
  /** Why no pie can be drawn, in words; null when it can. */
  readonly refusal: string | null;
}

type PartSource = Pick<Reading, 'key' | 'name' | 'value' | 'absence'>;

/** Parts in the order of the queries, within one the greatest first; beyond the limit they are added up into one. */
export function toPie({ data, options, environment }: PanelProps<PieOptions>): PieView {
  const all = readings(data.results, options.reduce, environment.language, data.down).toSorted(
    (a, b) => a.answer - b.answer || figure(b) - figure(a),
  );
  const { whole, rest } = cut(all, options.limit);
  const known = all.map((reading) => reading.value).filter(isFigure);
  const sum = known.reduce((total, value) => total + value, 0);
  const refusal = refusalOf(all, known, sum, options, environment);
  const slots = environment.colorSlots(whole.map((reading) => reading.name));
  const toPart = ({ key, name, value, absence }: PartSource, token: string): Part => ({
    key,
    name,
    value,
    absence,
    token: refusal === null && isFigure(value) && value > 0 ? token : null,
    text: writeValue(value, options, environment, false, absence).line,
    share: refusal === null && isFigure(value) ? writeShare(value / sum, environment) : '',
  });
  const parts = whole.map((reading, i) => toPart(reading, tokenOf(reading, slots[i] ?? 0, options)));
  if (rest.length > 0) {
    const others = rest.reduce((total, reading) => total + figure(reading), 0);
    const name = piePanelTexts[environment.language].others(rest.length);
    parts.push(toPart({ key: 'rest', name, value: others, absence: null }, toneToken('neutral')));
  }
  return {
    parts,
    total: refusal === null ? writeValue(sum, { ...options, thresholds: [], mappings: [] }, environment) : null,
    incomplete: known.length < all.length,
    refusal,
  };
}

function isFigure(value: Reading['value']): value is number {
  return value !== 'absent' && !Number.isNaN(value);
}

/** For order and sums: what is not there counts for nothing. */
function figure({ value }: Reading): number {
  return isFigure(value) ? value : 0;
}

/** The greatest `limit` keep a slice of their own, unless one more would be all that is left. */
function cut(all: readonly Reading[], limit: number): { whole: readonly Reading[]; rest: readonly Reading[] } {
  if (all.length <= limit) return { whole: all, rest: [] };
  const greatest = new Set(all.toSorted((a, b) => figure(b) - figure(a)).slice(0, limit - 1));
  return {
    whole: all.filter((reading) => greatest.has(reading) || !isFigure(reading.value)),
    rest: all.filter((reading) => !greatest.has(reading) && isFigure(reading.value)),
  };
}

function refusalOf(
  all: readonly Reading[],
  known: readonly number[],
  sum: number,
  options: PieOptions,
  environment: PanelEnvironment,
): string | null {
  const texts = piePanelTexts[environment.language];
  if (known.length === 0) return texts.none;
  const negative = all.find((reading) => figure(reading) < 0);
  if (negative) return texts.negative(negative.name, writeValue(negative.value, options, environment).line);
  const infinite = all.find((reading) => figure(reading) === Number.POSITIVE_INFINITY);
  if (infinite) return texts.infinite(infinite.name);
  return sum === 0 ? texts.zero : null;
}

/** By the options, else the color of its series. */
function tokenOf(reading: Reading, slot: number, options: PieOptions): string {
  const { legend, id = '' } = reading.query;
  const names = [reading.name, id, ...Object.values(legend ?? {})];
  const chosen = names.map((name) => (Object.hasOwn(options.colors, name) ? options.colors[name] : undefined));
  const color = chosen.find((one) => one !== undefined);
  if (color === undefined) return seriesColor(slot).token;
  return typeof color === 'number' ? seriesColor(color - 1).token : toneToken(color);
}

/** `share` from 0 to 1, as whole percents where that says enough; a part is never written as nothing or as all. */
function writeShare(share: number, { language }: PanelEnvironment): string {
  const write = (percent: number, decimals: number) => formatText(percent, { unit: 'percent', decimals, language });
  const isMiddling = share === 0 || share === 1 || (share >= 0.01 && share <= 0.99);
  if (share > 0 && share < 0.001) return `< ${write(0.1, 1)}`;
  if (share > 0.999 && share < 1) return `> ${write(99.9, 1)}`;
  return write(share * 100, isMiddling ? 0 : 1);
}
