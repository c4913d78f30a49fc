import { absenceText } from '../../charts/states/absenceText.ts';
import { presentState, type StateRow, severity } from '../../charts/states/states.ts';
import { momentText } from '../../charts/timeTicks.ts';
import { stateTimelinePanelTexts } from '../../i18n/apart/panels/stateTimeline.ts';
import { formatDuration } from '../../model/duration.ts';
import type { PanelProps, PanelTable } from '../contract.ts';
import type { StateTimelineOptions } from './options.ts';
import { toStates } from './transform.ts';

type Props = PanelProps<StateTimelineOptions>;

/** The most rows that a summary tells one by one. */
const told = 5;

/** How many rows there are, and what the worst of them are in, since when. */
export function summary({ options, data, range, environment }: Props): string {
  const { language, timeZone, messages } = environment;
  const words = stateTimelinePanelTexts[language];
  const model = toStates(data.results, { ...options, merge: true, sort: 'worst' }, language, data.down);
  const moment = (time: number) => momentText(time, range, timeZone, language);
  const first = model.times[0] ?? range.from;
  const describe = (row: StateRow): string => {
    const last = row.blocks.at(-1);
    const state = presentState(model, row);
    if (row.isDown) return words.is(row.name, absenceText(row, messages.charts, moment), '');
    if (row.endedAt !== null) return words.ended(row.name, moment(row.endedAt));
    if (last === undefined || state === null) return words.is(row.name, messages.charts.noData, '');
    const { since, sinceBefore } = messages.charts;
    return words.is(row.name, state.text, last.from <= first ? sinceBefore(moment(first)) : since(moment(last.from)));
  };
  const worst = model.rows.filter((row) => severity(model, row) > 1);
  const named = (worst.length > 0 ? worst : model.rows).slice(0, told);
  const rest = model.rows.length - named.length;
  return [words.rows(model.rows.length), ...named.map(describe), ...(rest > 0 ? [words.others(rest)] : [])].join(' ');
}

/** One row a block: series, state, from, to and how long, in seconds for machines. */
export function toTable({ options, data, range, environment }: Props): PanelTable {
  const { language, timeZone, messages } = environment;
  const words = stateTimelinePanelTexts[language];
  const { rows, states } = toStates(data.results, options, language, data.down);
  const moment = (time: number) => ({
    text: momentText(time, range, timeZone, language),
    raw: new Date(time).toISOString(),
  });
  return {
    columns: [
      { name: messages.charts.seriesColumn, numeric: false },
      { name: words.state, numeric: false },
      { name: words.from, numeric: false },
      { name: words.to, numeric: false },
      { name: words.duration, numeric: true },
    ],
    rows: rows.flatMap(({ name, blocks }) =>
      blocks.map(({ from, to, state }) => {
        const text = states[state]?.text ?? '';
        return [
          { text: name, raw: name },
          { text, raw: text },
          moment(from),
          moment(to),
          { text: formatDuration(to - from), raw: (to - from) / 1000 },
        ];
      }),
    ),
  };
}
