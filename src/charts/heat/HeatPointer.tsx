import { formatText } from '../../model/units.ts';
import { type PointedAt, PointerLayer, type PointerProps, type PointerReading } from '../PointerLayer.tsx';
import { Swatch } from '../Swatch.tsx';
import { momentText } from '../timeTicks.ts';
import type { Plot } from '../usePlot.ts';
import { type Reader, writeFigure } from '../write.ts';
import styles from './HeatChart.module.css';
import type { HeatColumns } from './heatDrawing.ts';
import { rowText } from './heatOptions.ts';
import { lineFigure } from './reading.ts';

interface HeatPointerProps extends PointerProps, Reader {
  readonly plot: Plot<HeatColumns>;
}

/** The pointer's layer over a heat chart: the cell with its share of the column, and the lines. */
export function HeatPointer(props: HeatPointerProps) {
  const { chart, state } = props.plot;
  const { edges } = state.columns.layout;
  const height = chart.bbox.height / devicePixelRatio;
  const middleOf = (row: number) => height * (1 - ((edges[row] ?? 0) + (edges[row + 1] ?? 0)) / 2);
  const move = (y: number | null, direction: -1 | 1) => {
    const row = rowUnder(y, props.plot);
    const next = row < 0 ? 0 : row - direction;
    return middleOf(Math.min(edges.length - 2, Math.max(0, next)));
  };
  return <PointerLayer {...props} read={(at) => readingAt(at, props)} onVertical={move} />;
}

/** Index of the row at this height, pixels from the top; -1 when there is none. */
function rowUnder(y: number | null, { chart, state }: Plot<HeatColumns>): number {
  if (y === null) return -1;
  const at = 1 - y / (chart.bbox.height / devicePixelRatio);
  const { edges } = state.columns.layout;
  return edges.findIndex((edge, i) => i < edges.length - 1 && at >= edge && at < (edges[i + 1] ?? 1));
}

function readingAt({ index, time, y }: PointedAt, props: HeatPointerProps): PointerReading {
  const { plot, language, timeZone, now, messages, span } = props;
  const { model, layout } = plot.state.columns;
  const reader = { language, timeZone, now };
  const { times, rows, cells, totals, interval, note } = model;
  const r = rowUnder(y, plot);
  const row = rows[r];
  const cell = cells[r * times.length + index];
  const total = totals[index] ?? Number.NaN;
  const write = (value: number) =>
    Number.isNaN(value) ? messages.noData : writeFigure(value, { ...model.cellFigures, labelled: false }, reader);
  const inCell = row !== undefined && cell !== undefined;
  const share = inCell && total > 0 ? formatText(cell / total, { unit: 'percentunit', language }) : null;
  const told = [
    ...(inCell ? [{ key: 'cell', name: rowText(row, model.figures, reader), value: write(cell) }] : []),
    ...(share !== null && !Number.isNaN(cell) ? [{ key: 'share', name: messages.share, value: share }] : []),
    { key: 'total', name: messages.total, value: write(total) },
    ...model.lines.map((line) => ({
      key: line.key,
      mark: <Swatch token={line.token} dash={line.dash} />,
      name: line.name,
      value: lineFigure(line, index, model, reader),
    })),
  ];
  const moment = (at: number) => momentText(at, span, timeZone, language);
  const box = inCell && {
    left: plot.chart.valToPos(time - interval / 2, 'x'),
    right: plot.chart.valToPos(time + interval / 2, 'x'),
    top: plot.chart.valToPos(layout.edges[r + 1] ?? 0, 'left'),
    bottom: plot.chart.valToPos(layout.edges[r] ?? 0, 'left'),
  };
  return {
    spoken: [...told.map(({ name, value }) => `${name} ${value}`), ...(note === null ? [] : [note])],
    title: `${moment(time - interval / 2)} – ${moment(time + interval / 2)}`,
    rows: told,
    // Beside a title that is the whole span of a cell.
    more: note,
    marks: box && (
      <div
        className={styles.cell}
        style={{
          transform: `translate(${box.left}px, ${box.top}px)`,
          width: box.right - box.left,
          height: box.bottom - box.top,
        }}
      />
    ),
  };
}
