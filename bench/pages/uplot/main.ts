// Bare uPlot: what a refresh costs when the arrays are there already.
import 'uplot/dist/uPlot.min.css';
import uPlot, { type AlignedData } from 'uplot';
import { columnsOf } from '../shared/columns.ts';
import { plotOptions } from '../shared/plot.ts';
import { addPanel, ask, onRefresh, readWork, spanOf } from '../shared/work.ts';

/** Refreshes for which arrays are made beforehand. */
const REFRESHES = 60;

const work = readWork();
document.body.style.display = 'grid';
document.body.style.gridTemplateColumns = `repeat(${work.columns}, max-content)`;
const { start, end } = spanOf(work);
const points = (end - start) / work.step + 1;

/** One panel with the data of each refresh to come. */
async function createChart(expr: string) {
  const section = addPanel(expr);
  const series = await ask(expr, { start: start - REFRESHES * work.step, end }, work.step);
  const columns = columnsOf(series);
  const [times, ...values] = columns;
  const windowAt = (from: number): AlignedData => [
    Array.from(times).slice(from, from + points),
    ...values.map((column) => Array.from(column).slice(from, from + points)),
  ];
  const windows = Array.from({ length: REFRESHES + 1 }, (_, i) => windowAt(i));
  const plot = new uPlot(plotOptions(work, series.length), windows[0] ?? columns, section);
  section.dataset.state = 'ready';
  return { plot, windows };
}

const charts = await Promise.all(work.exprs.map(createChart));
document.documentElement.dataset.app = 'ready';
let at = 0;
onRefresh(() => {
  at = (at + 1) % (REFRESHES + 1);
  for (const { plot, windows } of charts) {
    const data = windows[at];
    if (data !== undefined) plot.setData(data);
  }
});
