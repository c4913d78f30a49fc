import type { BarCategory, BarLine, BarMark } from '../../charts/BarChart.tsx';
import { seriesColor, toneToken } from '../../charts/palette.ts';
import { type Limits, linearLimits, linearTicks } from '../../charts/valueScale.ts';
import { queryName } from '../../model/legend.ts';
import { type Reading, readings, writeValue } from '../../model/readings.ts';
import type { Tone } from '../../model/thresholds.ts';
import { axisFormatter } from '../../model/units.ts';
import type { PanelEnvironment, PanelProps } from '../contract.ts';
import type { BarOptions } from './options.ts';

export interface BarView {
  readonly categories: readonly BarCategory[];
  /** How many categories have a value; more than are drawn when `top` cut them. */
  readonly total: number;
  /** The bars of each category: one, or one for each query. */
  readonly groups: readonly { readonly name: string; readonly token: string }[];
  readonly limits: Limits;
  readonly ticks: readonly { readonly value: number; readonly text: string }[];
  readonly lines: readonly BarLine[];
  /** Names of what has no value that a bar could show. */
  readonly missing: readonly string[];
}

/** A category before it is drawn: a reading, or none, for each group. */
interface Category {
  readonly key: string;
  readonly name: string;
  readonly readings: readonly (Reading | null)[];
}

interface Categories {
  /** Names of the groups: one without a name, or one for each query. */
  readonly groups: readonly string[];
  /** In the order of the options, also those that no bar can show. */
  readonly categories: readonly Category[];
  /** Names of what has no value that a bar could show. */
  readonly missing: readonly string[];
}

/** What is to be drawn or told: each series, or each value of the label that the options name. */
export function toCategories({ data, options, environment }: PanelProps<BarOptions>): Categories {
  const { category } = options;
  const all = readings(data.results, options.reduce, environment.language);
  const drawable = all.filter(({ value }) => isFigure(value));
  const others = all.filter(({ value }) => !isFigure(value));
  const groups =
    category === undefined ? [''] : data.results.map(({ query }) => queryName(query, environment.language));
  return {
    groups,
    // Where several readings meet in one place, one that can be drawn comes first.
    categories: categoriesOf([...drawable, ...others], category, groups.length).toSorted(orders[options.sort]),
    missing: others.map(({ name }) => name),
  };
}

/** Bars from the readings; infinite, absent and NaN values have none and are named instead. */
export function toBars(props: PanelProps<BarOptions>): BarView {
  const { options, environment } = props;
  const { groups: groupNames, categories: all, missing } = toCategories(props);
  const sorted = all.filter((category) => category.readings.some((reading) => reading && isFigure(reading.value)));
  const shown = sorted.slice(0, options.top);
  // Where each bar is a series, it has its series' color; in groups the color is the group's.
  const grouped = groupNames.length > 1;
  const slots = environment.colorSlots(grouped ? groupNames : shown.map((category) => category.name));
  const token = (category: number, group: number) => seriesColor(slots[grouped ? group : category] ?? 0).token;
  const categories = shown.map((category, c) => ({
    key: category.key,
    name: category.name,
    bars: category.readings.map((reading, g) => reading && toMark(reading, token(c, g), options, environment)),
  }));
  return {
    categories,
    total: sorted.length,
    groups: groupNames.map((name, g) => ({ name, token: token(0, g) })),
    ...axisOf(categories, options, environment),
    lines: [
      { value: 0, token: '--line-strong', isDashed: false },
      ...options.thresholds.flatMap(({ value, tone }) =>
        value === null ? [] : [{ value, token: toneToken(tone), isDashed: true }],
      ),
    ],
    missing,
  };
}

/**
 * Each reading is a category, or each value of a label is one, with a place for each query; of several series with that
 * value the first counts, and a query without series is in none.
 */
function categoriesOf(all: readonly Reading[], label: string | undefined, groups: number): Category[] {
  if (label === undefined) {
    return all.map((reading) => ({ key: reading.key, name: reading.name, readings: [reading] }));
  }
  const byValue = new Map<string, (Reading | null)[]>();
  for (const reading of all) {
    const value = reading.labels[label] ?? '';
    if (value === '' && reading.value === 'absent') continue;
    const row = byValue.get(value) ?? Array.from({ length: groups }, () => null);
    row[reading.answer] ??= reading;
    byValue.set(value, row);
  }
  return [...byValue].map(([value, row]) => ({ key: value, name: value || `${label}=""`, readings: row }));
}

const signs: Partial<Record<Tone, string>> = { warning: '○ ', critical: '◆ ' };

function toMark(reading: Reading, token: string, options: BarOptions, environment: PanelEnvironment): BarMark | null {
  if (!isFigure(reading.value)) return null;
  const { line, tone } = writeValue(reading.value, options, environment, true);
  return {
    value: reading.value,
    // The signs of ui/Mark as text: color is not the only sign.
    text: `${(tone && signs[tone]) ?? ''}${line}`,
    token: tone ? toneToken(tone) : token,
  };
}

function axisOf(categories: readonly BarCategory[], options: BarOptions, { language, timeZone }: PanelEnvironment) {
  const values = categories.flatMap(({ bars }) => bars.flatMap((bar) => (bar ? [bar.value] : [])));
  const { unit, decimals, min, max } = options;
  const axis = { unit, decimals, min, max, scale: 'linear' as const };
  const [low, high] = values.length > 0 ? [Math.min(...values), Math.max(...values)] : [0, 0];
  const limits = linearLimits(low, high, axis, true) ?? { min: 0, max: 1 };
  const ticks = linearTicks(limits, 4, unit);
  const texts = axisFormatter(unit, ticks, language, decimals, timeZone);
  return { limits, ticks: ticks.map((value, i) => ({ value, text: texts[i] ?? '' })) };
}

function isFigure(value: Reading['value']): value is number {
  return value !== 'absent' && Number.isFinite(value);
}

/** What a category is ordered by: the greatest of its bars. */
function height({ readings }: Category): number {
  return Math.max(...readings.map((reading) => (reading && isFigure(reading.value) ? reading.value : -Infinity)));
}

const byName = (a: Category, b: Category) => a.name.localeCompare(b.name, undefined, { numeric: true });
const orders: Readonly<Record<BarOptions['sort'], (a: Category, b: Category) => number>> = {
  value: (a, b) => height(b) - height(a) || byName(a, b),
  name: byName,
  none: () => 0,
};
