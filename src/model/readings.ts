import { type Absence, type AbsenceWords, absenceOf, absenceText, absent } from './absence.ts';
import type { PanelQuery } from './dashboard.ts';
import { type Frame, lastPresentIndex, type Series } from './frame.ts';
import { type Labels, labelsKey } from './labels.ts';
import type { Language } from './language.ts';
import { distinguishingNames, queryName, seriesName } from './legend.ts';
import { applyMappings } from './mappings.ts';
import type { FieldOptions } from './schema.ts';
import { type Reducer, reduce } from './statistics.ts';
import { type Tone, toneOf } from './thresholds.ts';
import { formatText, formatValue } from './units.ts';

/** One series as one value, for panels that show values rather than their course. */
export interface Reading {
  /** Stays with the series from one answer to the next; unique among the readings. */
  readonly key: string;
  readonly name: string;
  readonly labels: Labels;
  /** Index of the answer it is from. */
  readonly answer: number;
  readonly query: PanelQuery;
  /** NaN is a value of its own. A query that gave no series, and a series that has ended, are `absent`. */
  readonly value: number | 'absent';
  /** Why the value is absent; null when it is not. */
  readonly absence: Absence | null;
}

/**
 * The value of each series, in the order of the queries; a query that gave none has one reading, which is absent. `down`
 * are the labels of the targets that are.
 */
export function readings(
  answers: readonly { readonly query: PanelQuery; readonly frame: Frame; readonly absence?: Absence | undefined }[],
  reducer: Reducer,
  language: Language,
  down: readonly Labels[] = [],
): readonly Reading[] {
  const unnamed = answers.flatMap(({ query, frame }) => (query.legend ? [] : frame.series));
  const names = new Map<Series, string>();
  distinguishingNames(unnamed.map((series) => series.labels)).forEach((name, i) => {
    const series = unnamed[i];
    if (series) names.set(series, name);
  });
  return answers.flatMap(({ query, frame, absence = absent }, answer): Reading[] => {
    if (frame.series.length === 0) {
      const name = queryName(query, language);
      return [{ key: `${answer}`, name, labels: {}, answer, query, value: 'absent', absence }];
    }
    return frame.series.map((series) => {
      const value = isRaw(frame) && reducer === 'last' ? newest(series) : reduce(series, reducer);
      const name = names.get(series) ?? seriesName(series.labels, query.legend?.[language]);
      return {
        key: `${answer}${labelsKey(series.labels)}`,
        name: name === '{}' ? queryName(query, language) : name,
        labels: series.labels,
        answer,
        query,
        value,
        absence: value === 'absent' ? absenceOf(frame, series, down, absence) : null,
      };
    });
  });
}

/** Whether samples stand at times of their own, so that one which is older than another's has not ended. */
const isRaw = ({ kind, step }: Frame) => kind === 'range' && step === 0;

const newest = (series: Series) => series.values[lastPresentIndex(series)] ?? 'absent';

/** For whom a value is written, and the words for what is none. */
export interface Reader {
  readonly language: Language;
  /** A zone: see model/timeZone.ts. */
  readonly timeZone: string;
  /** Epoch ms. */
  readonly now: number;
  readonly messages: {
    readonly panels: { readonly values: AbsenceWords & { readonly nan: string } };
  };
}

/** A value as it stands on screen. */
export interface WrittenValue {
  readonly text: string;
  /** Its unit, to be drawn smaller; may be ''. */
  readonly suffix: string;
  /** `text` and `suffix` in one line. */
  readonly line: string;
  /** What mappings or thresholds say of it; null when they say nothing. */
  readonly tone: Tone | null;
}

/**
 * How a value is written and judged: by a mapping if one fits, else by unit and thresholds. `labelled` when the words of
 * the unit (`unitLabel`) stand elsewhere; `absence` is why it is absent.
 */
export function writeValue(
  value: number | 'absent',
  field: Pick<FieldOptions, 'unit' | 'decimals' | 'thresholds' | 'mappings'>,
  { language, timeZone, now, messages }: Reader,
  labelled = false,
  absence: Absence | null = null,
): WrittenValue {
  const mapped = applyMappings(value, field.mappings, language);
  const judged = value === 'absent' ? null : toneOf(value, field.thresholds);
  if (mapped) return { text: mapped.text, suffix: '', line: mapped.text, tone: mapped.tone ?? judged };
  const words = messages.panels.values;
  if (value === 'absent') {
    const text = absenceText(absence ?? absent, now, words);
    return { text, suffix: '', line: text, tone: absence?.kind === 'down' ? 'critical' : null };
  }
  if (Number.isNaN(value)) return { text: words.nan, suffix: '', line: words.nan, tone: null };
  const format = { unit: field.unit, decimals: field.decimals, language, timeZone, now, labelled };
  return { ...formatValue(value, format), line: formatText(value, format), tone: judged };
}
