import { type ChartSeries, sampleIndexAt } from '../../charts/chart.ts';
import { unionOfTimes } from '../../charts/columns.ts';
import { endOf, summaryOf } from '../../charts/summaries.ts';
import { momentText } from '../../charts/timeTicks.ts';
import { writeFigure } from '../../charts/write.ts';
import type { PanelProps, PanelTable } from '../contract.ts';
import { chartOf } from './chartOf.ts';
import type { TimeseriesOptions } from './options.ts';

type Props = PanelProps<TimeseriesOptions>;

/** More series than this are counted rather than told. */
const mostTold = 5;

/** How many series, and of the first ones the last figure, the extremes and the trend. */
export function summary({ options, data, range, environment }: Props): string {
  const { messages, timeZone, language } = environment;
  const words = messages.panels.timeseries;
  const chart = chartOf(data.results, options, environment);
  const { series } = chart;
  const told = series.slice(0, mostTold).map((one, i) => {
    const { first, last, min, max } = summaryOf(chart, i);
    if (first === null || last === null || min === null || max === null) return words.noFigures(one.name);
    const write = (value: number) => writeFigure(value, { ...one.figures, labelled: false }, environment);
    const end = endOf(chart, i);
    const figure =
      end === null ? write(last) : messages.charts.endedAt(write(last), momentText(end, range, timeZone, language));
    return words.course(one.name, figure, write(min), write(max), trendOf(first, last, min, max));
  });
  const others = series.length > mostTold ? [words.others(series.length - mostTold)] : [];
  return [words.count(series.length), ...told, ...others].join(' ');
}

/** A move from the first to the last figure counts from a tenth of the whole range on. */
function trendOf(first: number, last: number, min: number, max: number): 'rising' | 'falling' | 'steady' {
  const move = last - first;
  if (Math.abs(move) <= (max - min) / 10) return 'steady';
  return move > 0 ? 'rising' : 'falling';
}

/** One row a time, one column a series; where a series has no sample the cell is empty. */
export function toTable({ options, data, range, environment }: Props): PanelTable {
  const { series } = chartOf(data.results, options, environment);
  const times = unionOfTimes(series.map((one) => one.times));
  const { messages, timeZone, language } = environment;
  return {
    columns: [
      { name: messages.panels.timeseries.time, numeric: false },
      ...series.map(({ name }) => ({ name, numeric: true })),
    ],
    rows: Array.from(times, (time) => [
      { text: momentText(time, range, timeZone, language), raw: new Date(time).toISOString() },
      ...series.map((one) => cellAt(one, time, environment)),
    ]),
  };
}

function cellAt(series: ChartSeries, time: number, environment: Props['environment']) {
  const i = sampleIndexAt(series, time);
  // What is near enough to be pointed at is no sample of this time yet.
  const value = series.times[i] === time ? series.samples.values[i] : undefined;
  if (value === undefined) return { text: '', raw: null };
  return { text: writeFigure(value, series.figures, environment), raw: value };
}
