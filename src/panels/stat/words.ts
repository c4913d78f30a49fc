import type { Messages } from '../../i18n/messages.ts';
import { type Absence, absenceText } from '../../model/absence.ts';
import { formatAge } from '../../model/age.ts';
import type { PanelEnvironment, PanelProps, PanelTable } from '../contract.ts';
import type { StatOptions } from './options.ts';
import { type Change, type StatCell, toCells } from './transform.ts';

type Words = Messages['panels']['stat'];
type Props = PanelProps<StatOptions>;

const day = 86_400_000;

/** What has happened: `up 7.3 %`, `unchanged`. */
function moveText({ direction, text }: Change, words: Words): string {
  return text === '' ? words.directions[direction] : `${words.directions[direction]} ${text}`;
}

/** Since when a change is meant: `since yesterday`. */
export function changeText({ span }: Change, words: Words): string {
  if (span === day) return words.sinceYesterday;
  return span === 7 * day ? words.sinceLastWeek : words.within(formatAge(span));
}

/** Why there is no value of now: `ended 12 min ago`. */
export function whyText(absence: Absence, { now, messages }: PanelEnvironment): string {
  return absenceText(absence, now, messages.panels.values);
}

export function limitText({ text, side }: NonNullable<StatCell['limit']>, words: Words): string {
  return side === 'above' ? words.limit(text) : words.below(text);
}

/** More figures than this are counted rather than told. */
const mostTold = 8;

/** Each figure with all that is said of it. */
export function summary({ options, data, environment }: Props): string {
  const words = environment.messages.panels.stat;
  const cells = toCells(data.results, options, environment, data.down);
  const told = cells.slice(0, mostTold).map((cell) => sentence(cell, cells.length > 1 ? cell.name : '', environment));
  if (cells.length > mostTold) told.push(words.others(cells.length - mostTold));
  return told.join(' ');
}

function sentence(cell: StatCell, name: string, environment: PanelEnvironment): string {
  const words = environment.messages.panels.stat;
  const { tone, limit, change, endedAt, absence } = cell;
  const remarks = [
    figureText(cell, environment),
    tone !== null && tone !== 'neutral' && environment.messages.panels.values.tones[tone],
    limit && limitText(limit, words),
    change && `${moveText(change, words)} ${changeText(change, words)}`,
    endedAt !== null && absence !== null && whyText(absence, environment),
  ].filter((remark) => typeof remark === 'string');
  return `${name === '' ? '' : `${name}: `}${remarks.join(', ')}.`;
}

/** One row a figure. */
export function toTable({ options, data, environment }: Props): PanelTable {
  const { messages } = environment;
  const words = messages.panels.stat;
  const cells = toCells(data.results, options, environment, data.down);
  const hasEnded = cells.some((cell) => cell.endedAt !== null);
  return {
    columns: [
      { name: messages.panels.values.name, numeric: false },
      { name: messages.panels.values.value, numeric: true },
      ...(hasEnded ? [{ name: words.endedColumn, numeric: false }] : []),
    ],
    rows: cells.map((cell) => [
      { text: cell.name || environment.title, raw: cell.name || environment.title },
      { text: figureText(cell, environment), raw: cell.value },
      ...(hasEnded ? [endedCell(cell, environment)] : []),
    ]),
  };
}

function endedCell({ endedAt, absence }: StatCell, environment: PanelEnvironment) {
  if (endedAt === null || absence === null) return { text: '', raw: null };
  return { text: whyText(absence, environment), raw: new Date(endedAt).toISOString() };
}

function figureText({ figure, of, absence }: StatCell, environment: PanelEnvironment): string {
  const { values, stat } = environment.messages.panels;
  if (figure === null) return absence === null ? values.absent : whyText(absence, environment);
  return [figure.text, figure.suffix, of === null ? '' : stat.of(of)].filter((part) => part !== '').join(' ');
}
