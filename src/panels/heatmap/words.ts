import type { HeatModel } from '../../charts/heat/heat.ts';
import { rowText } from '../../charts/heat/heatOptions.ts';
import { lastFigure, lineFigure } from '../../charts/heat/reading.ts';
import { momentText } from '../../charts/timeTicks.ts';
import { writeFigure } from '../../charts/write.ts';
import { heatmapPanelTexts } from '../../i18n/apart/panels/heatmap.ts';
import type { PanelProps, PanelTable } from '../contract.ts';
import type { HeatmapOptions } from './options.ts';
import { type Heatmap, toHeatmap } from './transform.ts';

type Props = PanelProps<HeatmapOptions>;

function heatmapOf({ options, data, environment }: Props): Heatmap {
  const { language } = environment;
  return toHeatmap(data.results, options, { language, texts: heatmapPanelTexts[language] }, 1);
}

/** How many buckets, where most values are, and what the lines say last. */
export function summary(props: Props): string {
  const { environment } = props;
  const words = heatmapPanelTexts[environment.language];
  const heatmap = heatmapOf(props);
  if (heatmap.problem !== null) return words.problems[heatmap.problem];
  const { model } = heatmap;
  const fullest = fullestRow(model);
  const told = [words.count(model.rows.length)];
  if (fullest !== undefined) told.push(words.most(rowText(fullest, model.figures, environment)));
  const lines = model.lines.map((line) => `${line.name} ${lastFigure(line, model, environment)}`);
  if (lines.length > 0) told.push(words.last(lines.join(', ')));
  return told.join(' ');
}

/** The row whose cells come to the most over the whole range. */
function fullestRow({ rows, cells, times }: HeatModel) {
  const sums = rows.map((_, r) =>
    cells.subarray(r * times.length, (r + 1) * times.length).reduce((sum, cell) => sum + (cell || 0), 0),
  );
  const most = Math.max(...sums);
  return most > 0 ? rows[sums.indexOf(most)] : undefined;
}

/** One row a time, a column for each bucket and each line; empty where there is no data. Never pooled. */
export function toTable(props: Props): PanelTable {
  const { range, environment } = props;
  const { messages, timeZone, language } = environment;
  const heatmap = heatmapOf(props);
  if (heatmap.problem !== null) return { columns: [], rows: [] };
  const { model } = heatmap;
  const names = [
    ...model.rows.map((row) => rowText(row, model.figures, environment)),
    ...model.lines.map((l) => l.name),
  ];
  return {
    columns: [
      { name: messages.panels.timeseries.time, numeric: false },
      ...names.map((name) => ({ name, numeric: true })),
    ],
    rows: Array.from(model.times, (time, t) => [
      { text: momentText(time, range, timeZone, language), raw: new Date(time).toISOString() },
      ...model.rows.map((_, r) => {
        const cell = model.cells[r * model.times.length + t] ?? Number.NaN;
        return Number.isNaN(cell)
          ? { text: '', raw: null }
          : { text: writeFigure(cell, model.cellFigures, environment), raw: cell };
      }),
      ...model.lines.map((line) => {
        const value = line.values[t] ?? Number.NaN;
        return Number.isNaN(value)
          ? { text: '', raw: null }
          : { text: lineFigure(line, t, model, environment), raw: value };
      }),
    ]),
  };
}
