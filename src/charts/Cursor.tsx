import styles from './Cursor.module.css';
import type { ChartModel, ChartSeries } from './chart.ts';
import type { Columns } from './columns.ts';
import { Highlight } from './Highlight.tsx';
import { type NearRow, nearestRows } from './nearest.ts';
import { type PointedAt, PointerLayer, type PointerProps, type PointerReading } from './PointerLayer.tsx';
import { Swatch } from './Swatch.tsx';
import type { Plot } from './usePlot.ts';
import { type Reader, writeFigure } from './write.ts';

export interface CursorProps extends PointerProps, Reader {
  readonly plot: Plot<Columns>;
  readonly model: ChartModel;
  readonly hidden: ReadonlySet<string>;
  /** Index of the series that the viewer looks at in the legend; -1 for none. */
  readonly lit: number;
  readonly theme: 'light' | 'dark';
}

/** The pointer's layer over a time chart: figures of the series near it, and a dot on each. */
export function Cursor(props: CursorProps) {
  const { plot, model, lit, theme } = props;
  return (
    <PointerLayer {...props} read={(at) => readingAt(at, props)}>
      {lit >= 0 && <Highlight plot={plot} model={model} index={lit} theme={theme} />}
    </PointerLayer>
  );
}

function readingAt({ index, time, x, y }: PointedAt, props: CursorProps): PointerReading {
  const { plot, model, hidden, language, timeZone, now, messages } = props;
  const positionOf = (i: number) => {
    const value = plot.state.columns.values[i]?.[index];
    const side = model.series[i]?.side;
    return value === null || value === undefined || side === undefined ? null : plot.chart.valToPos(value, side);
  };
  const { rows, total } = nearestRows(model, hidden, time, y, positionOf);
  const written = ({ series, value }: NearRow) => writeFigure(value, series.figures, { language, timeZone, now });
  return {
    spoken: rows.map((row) => `${row.series.name} ${written(row)}`),
    rows: rows.map((row) => ({
      key: row.series.key,
      mark: <Swatch token={row.series.token} dash={row.series.dash} />,
      name: row.series.name,
      value: written(row),
    })),
    more: total > rows.length ? messages.moreSeries(total - rows.length) : null,
    marks: rows.map((row) => <Dot key={row.series.key} series={row.series} x={x} y={row.position} />),
  };
}

function Dot({ series, x, y }: { readonly series: ChartSeries; readonly x: number; readonly y: number | null }) {
  if (y === null) return null;
  return (
    <div
      className={styles.dot}
      style={{ transform: `translate(${x}px, ${y}px)`, background: `var(${series.token})` }}
    />
  );
}
