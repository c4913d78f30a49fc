import { seriesColor, toneToken } from '../../charts/palette.ts';
import { type Block, type State, type StateRow, type StatesModel, severity } from '../../charts/states/states.ts';
import { patternOf } from '../../charts/states/statesPaint.ts';
import { type Absence, absenceOf, absent } from '../../model/absence.ts';
import { type Frame, isPresent, type Series } from '../../model/frame.ts';
import type { Labels } from '../../model/labels.ts';
import type { Language } from '../../model/language.ts';
import { queryName } from '../../model/legend.ts';
import { applyMappings } from '../../model/mappings.ts';
import { readings } from '../../model/readings.ts';
import { type Threshold, type Tone, toneOf } from '../../model/thresholds.ts';
import { formatText } from '../../model/units.ts';
import type { PanelResult } from '../contract.ts';
import type { StateTimelineOptions } from './options.ts';

interface Meaning {
  readonly text: string;
  readonly tone: Tone | null;
}

/** What a value, or an absent one, is called; null where absence has no name, which is a gap. */
function meaningOf(value: number | 'absent', options: StateTimelineOptions, language: Language): Meaning | null {
  const { mappings, thresholds } = options;
  const mapped = applyMappings(value, mappings, language);
  if (value === 'absent') return mapped;
  const tone = toneOf(value, thresholds);
  if (mapped) return { text: mapped.text, tone: mapped.tone ?? tone };
  return { text: zoneText(value, options, language) ?? formatText(value, { ...options, language }), tone };
}

/** The zone between thresholds that a value is in, as words; null where there are none. */
function zoneText(value: number, { thresholds, ...figures }: StateTimelineOptions, language: Language): string | null {
  if (Number.isNaN(value)) return null;
  const limits = thresholds.map((threshold: Threshold) => threshold.value).filter((limit) => limit !== null);
  if (limits.length === 0) return null;
  const write = (limit: number) => formatText(limit, { ...figures, language });
  const reached = limits.filter((limit) => value >= limit);
  return reached.length === 0 ? `< ${write(Math.min(...limits))}` : `≥ ${write(Math.max(...reached))}`;
}

/** Collects the states that are met, each once, in the order of their first meeting. */
function createStates(options: StateTimelineOptions, language: Language) {
  const states: State[] = [];
  const known = new Map<number | 'absent', number | null>();
  const indexOf = ({ text, tone }: Meaning): number => {
    const found = states.findIndex((state) => state.text === text && state.tone === tone);
    if (found >= 0) return found;
    const colorless = states.filter((state) => state.tone === null).length;
    const token = tone === null ? seriesColor(colorless).token : toneToken(tone);
    states.push({ text, tone, token, pattern: patternOf(tone, colorless) });
    return states.length - 1;
  };
  return {
    states,
    /** Index of the state of a value; null for a gap. */
    of(value: number | 'absent'): number | null {
      const index = known.get(value);
      if (index !== undefined) return index;
      const meaning = meaningOf(value, options, language);
      const found = meaning && indexOf(meaning);
      known.set(value, found);
      return found;
    },
  };
}

function blocksOf(
  series: Series,
  { times, step }: Frame,
  merge: boolean,
  stateOf: (value: number | 'absent') => number | null,
): Block[] {
  const blocks: Block[] = [];
  times.forEach((from, i) => {
    const state = stateOf(isPresent(series, i) ? (series.values[i] ?? Number.NaN) : 'absent');
    if (state === null) return;
    const last = blocks.at(-1);
    const block = { from, to: from + step, state };
    if (merge && last?.state === state && last.to === from) blocks[blocks.length - 1] = { ...last, to: block.to };
    else blocks.push(block);
  });
  return blocks;
}

function sorted(model: StatesModel, sort: StateTimelineOptions['sort']): readonly StateRow[] {
  const byName = (a: StateRow, b: StateRow) => a.name.localeCompare(b.name, undefined, { numeric: true });
  if (sort === 'none') return model.rows;
  if (sort === 'name') return model.rows.toSorted(byName);
  return model.rows.toSorted((a, b) => severity(model, b) - severity(model, a) || byName(a, b));
}

/** The row of a query that gave no series. */
function emptyRow(key: string, name: string, absence: Absence): StateRow {
  return {
    key,
    name,
    blocks: [],
    endedAt: absence.kind === 'absent' ? null : absence.at,
    isDown: absence.kind === 'down',
  };
}

/**
 * A row for each series of every query; each sample holds until the next time that was asked for. A query without any
 * series has one row, which is empty. `down` are the labels of the targets that are.
 */
export function toStates(
  results: readonly PanelResult[],
  options: StateTimelineOptions,
  language: Language,
  down: readonly Labels[] = [],
): StatesModel {
  const answers = results.filter(({ frame }) => frame.series.length > 0);
  const names = readings(answers, 'last', language);
  const states = createStates(options, language);
  const longest = answers.reduce<Frame | null>(
    (most, { frame }) => (most === null || frame.times.length > most.times.length ? frame : most),
    null,
  );
  const all = answers.flatMap(({ frame, absence }) => frame.series.map((series) => ({ series, frame, absence })));
  const rows = all.map(({ series, frame, absence }, i): StateRow => {
    const blocks = blocksOf(series, frame, options.merge, states.of);
    const end = (frame.times.at(-1) ?? 0) + frame.step;
    const last = blocks.at(-1)?.to ?? null;
    return {
      key: names[i]?.key ?? `${i}`,
      name: names[i]?.name ?? '',
      blocks,
      endedAt: last !== null && last < end ? last : null,
      isDown: (last ?? 0) < end && absenceOf(frame, series, down, absence).kind === 'down',
    };
  });
  const empty = results.filter(({ frame }) => frame.series.length === 0);
  rows.push(
    ...empty.map(({ query, absence = absent }, i) => emptyRow(`empty ${i}`, queryName(query, language), absence)),
  );
  const model: StatesModel = {
    times: longest?.times ?? new Float64Array(),
    step: longest?.step ?? 0,
    states: states.states,
    rows,
  };
  return { ...model, rows: sorted(model, options.sort) };
}
