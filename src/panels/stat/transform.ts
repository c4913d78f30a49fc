import { seriesColor, toneToken } from '../../charts/palette.ts';
import { type Absence, absenceOf, absent } from '../../model/absence.ts';
import { parseDuration } from '../../model/duration.ts';
import { type Frame, lastPresentIndex, type Series } from '../../model/frame.ts';
import { type Labels, labelsKey } from '../../model/labels.ts';
import type { Language } from '../../model/language.ts';
import { distinguishingNames, queryName, seriesName } from '../../model/legend.ts';
import { applyMappings } from '../../model/mappings.ts';
import { reduce } from '../../model/statistics.ts';
import { type Tone, toneOf } from '../../model/thresholds.ts';
import { formatText, formatValue } from '../../model/units.ts';
import type { PanelResult } from '../contract.ts';
import type { StatOptions } from './options.ts';

/** What of the environment the figures depend on. `now` is epoch ms. */
export interface StatContext {
  readonly language: Language;
  readonly timeZone: string;
  readonly now: number;
  /** ms; a series whose newest sample is older than this at the end of the range has ended. */
  readonly scrapeInterval: number;
  colorSlots(names: readonly string[]): readonly number[];
}

/** One figure with all that is said of it. */
export interface StatCell {
  readonly key: string;
  readonly name: string;
  /** null when there is no data. */
  readonly value: number | null;
  /** As drawn, the unit apart; null when there is no data and no mapping speaks of it. */
  readonly figure: { readonly text: string; readonly suffix: string } | null;
  readonly tone: Tone | null;
  /** The threshold that made it a warning or worse: reached from below, or fallen short of. */
  readonly limit: { readonly text: string; readonly side: 'above' | 'below' } | null;
  /** The value of which this one is a part. */
  readonly of: string | null;
  readonly change: Change | null;
  /** Epoch ms of the newest sample of a series that has ended; null while it lives. */
  readonly endedAt: number | null;
  /** Why there is no value of now; null when there is one. */
  readonly absence: Absence | null;
  readonly trace: { readonly frame: Frame; readonly series: Series; readonly token: string } | null;
}

/** How the value has changed since the `compare` option's time ago (`span`, ms). */
export interface Change {
  readonly direction: 'up' | 'down' | 'same';
  /** '' when it is the same. */
  readonly text: string;
  readonly tone: Tone | null;
  readonly span: number;
}

interface Entry {
  readonly result: PanelResult;
  readonly series: Series | null;
  readonly key: string;
  readonly name: string;
}

/**
 * One cell for each series of each query, but of the `of` query; a query that gave no series has one with no data. `down`
 * are the labels of the targets that are.
 */
export function toCells(
  results: readonly PanelResult[],
  options: StatOptions,
  context: StatContext,
  down: readonly Labels[] = [],
): StatCell[] {
  const whole = results.find(({ query }) => options.of !== undefined && query.id === options.of);
  const shown = results.filter((result) => result !== whole);
  const untold = shown.flatMap(({ query, frame }) => (query.legend ? [] : frame.series.map(({ labels }) => labels)));
  const names = distinguishingNames(untold)[Symbol.iterator]();
  const entries = shown.flatMap((result, query): Entry[] => {
    const template = result.query.legend?.[context.language];
    if (result.frame.series.length === 0) {
      const name = template === undefined ? '' : queryName(result.query, context.language);
      return [{ result, series: null, key: `${query}`, name }];
    }
    return result.frame.series.map((series) => ({
      result,
      series,
      key: `${query} ${labelsKey(series.labels)}`,
      name: template === undefined ? (names.next().value ?? '') : seriesName(series.labels, template),
    }));
  });
  const slots = context.colorSlots(entries.map(({ name }) => name));
  return entries.map(({ result, series, key, name }, i): StatCell => {
    if (series === null) return { ...noData(result.absence ?? absent, options, context), key, name };
    const color = seriesColor(slots[i] ?? i).token;
    return { ...cellOf({ result, series, whole, color, down }, options, context), key, name };
  });
}

type Unnamed = Omit<StatCell, 'key' | 'name'>;

function noData(absence: Absence, options: StatOptions, { language }: StatContext): Unnamed {
  const mapped = applyMappings('absent', options.mappings, language);
  return {
    value: null,
    figure: mapped && { text: mapped.text, suffix: '' },
    tone: mapped?.tone ?? null,
    limit: null,
    of: null,
    change: null,
    endedAt: null,
    absence,
    trace: null,
  };
}

interface Shown {
  readonly result: PanelResult;
  readonly series: Series;
  readonly whole: PanelResult | undefined;
  readonly color: string;
  readonly down: readonly Labels[];
}

function cellOf({ result, series, whole, color, down }: Shown, options: StatOptions, context: StatContext): Unnamed {
  const { frame } = result;
  const value = figureOf(series, options.reduce);
  const why = absenceOf(frame, series, down, result.absence);
  if (value === null) return noData(why, options, context);
  const format = { ...options, ...context };
  const mapped = applyMappings(value, options.mappings, context.language);
  const endedAt = endOf(frame, series, context.scrapeInterval);
  // What a series said before it ended is no judgement on now.
  const tone = endedAt === null ? (mapped?.tone ?? toneOf(value, options.thresholds)) : null;
  const limit = endedAt === null && !mapped?.tone ? limitOf(value, tone, options.thresholds) : null;
  const alarming = tone === 'warning' || tone === 'critical';
  const part = whole && wholeOf(whole.frame, series, endedAt, options.reduce, context.scrapeInterval);
  return {
    value,
    figure: mapped ? { text: mapped.text, suffix: '' } : formatValue(value, format),
    tone,
    limit: limit && { text: formatText(limit.value, format), side: limit.side },
    of: part === null || part === undefined ? null : formatText(part, { ...format, labelled: true }),
    change: endedAt === null ? changeOf(value, result, series, options, context) : null,
    endedAt,
    absence: endedAt === null ? null : why,
    trace:
      options.sparkline && frame.times.length > 1
        ? { frame, series, token: alarming && options.color !== 'none' ? toneToken(tone) : color }
        : null,
  };
}

/** The value of a series; of one that has ended the newest it had. null when it has none. */
function figureOf(series: Series, by: StatOptions['reduce']): number | null {
  if (by === 'last') return series.values[lastPresentIndex(series)] ?? null;
  const value = reduce(series, by);
  return value === 'absent' ? null : value;
}

function endOf(frame: Frame, series: Series, unbroken: number): number | null {
  const end = frame.times.at(-1);
  const newest = frame.times[lastPresentIndex(series)];
  if (frame.kind !== 'range' || end === undefined || newest === undefined) return null;
  return end - newest > unbroken ? newest : null;
}

/**
 * The value of the `of` query: of the series with the same labels, or of its only one. None where that one has ended and
 * the part has not, or the other way round, or at another time: they never were a part and its whole.
 */
function wholeOf(
  frame: Frame,
  part: Series,
  endedAt: StatCell['endedAt'],
  by: StatOptions['reduce'],
  unbroken: number,
): number | null {
  const { series } = frame;
  const match = series.length === 1 ? series[0] : series.find((one) => isSame(one, part));
  return match === undefined || endOf(frame, match, unbroken) !== endedAt ? null : figureOf(match, by);
}

function isSame(a: Series, b: Series): boolean {
  const { __name__: _a, ...labelsOfA } = a.labels;
  const { __name__: _b, ...labelsOfB } = b.labels;
  return labelsKey(labelsOfA) === labelsKey(labelsOfB);
}

const severities: Readonly<Record<Tone, number>> = { ok: 0, info: 0, neutral: 0, warning: 1, critical: 2 };

/** The threshold to blame for a tone: the one reached, when what is below it is better; else the one missed. */
function limitOf(value: number, tone: Tone | null, thresholds: StatOptions['thresholds']) {
  const severity = severities[tone ?? 'neutral'];
  if (severity === 0) return null;
  const at = (one: StatOptions['thresholds'][number]) => one.value ?? Number.NEGATIVE_INFINITY;
  const sorted = thresholds.toSorted((a, b) => at(a) - at(b));
  const index = sorted.findLastIndex((one) => at(one) <= value);
  const isBetter = (one: StatOptions['thresholds'][number] | undefined) =>
    severities[one?.tone ?? 'neutral'] < severity;
  const [reached, missed] = [sorted[index]?.value ?? null, sorted[index + 1]?.value ?? null];
  if (reached !== null && isBetter(sorted[index - 1])) return { value: reached, side: 'above' as const };
  return missed !== null && isBetter(sorted[index + 1]) ? { value: missed, side: 'below' as const } : null;
}

function changeOf(
  value: number,
  { previous }: PanelResult,
  series: Series,
  { compare, compareAs, better, reduce: by, unit, decimals }: StatOptions,
  { language, timeZone }: StatContext,
): Change | null {
  const span = compare === undefined ? null : parseDuration(compare);
  const earlier = previous?.series.find((one) => isSame(one, series));
  const before = earlier === undefined ? 'absent' : reduce(earlier, by);
  if (span === null || before === 'absent' || !Number.isFinite(value - before)) return null;
  const difference = value - before;
  // There is no share of nothing.
  const share = compareAs === 'percent' && before !== 0 ? Math.abs(difference / before) : null;
  const figure = { unit, decimals, language, timeZone, labelled: true };
  const format = share === null ? figure : { unit: 'percentunit', decimals: share < 0.0995 ? 1 : 0, language };
  const size = share ?? Math.abs(difference);
  // A change that cannot be seen in the figure is none.
  const isHidden = share === null && formatText(value, figure) === formatText(before, figure);
  if (isHidden || formatValue(size, format).text === formatValue(0, format).text) {
    return { direction: 'same', text: '', tone: null, span };
  }
  const direction = difference > 0 ? 'up' : 'down';
  const isGood = direction === (better === 'higher' ? 'up' : 'down');
  const tone = better === undefined ? null : isGood ? 'ok' : 'critical';
  return { direction, text: formatText(size, format), tone, span };
}
