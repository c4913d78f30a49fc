import { useLayoutEffect, useRef } from 'react';
import type { ChartModel } from './chart.ts';
import type { Columns } from './columns.ts';
import styles from './Highlight.module.css';
import { resolveToken } from './palette.ts';
import { prepareCanvas, traceLine } from './trace.ts';
import type { Plot } from './usePlot.ts';

interface HighlightProps {
  readonly plot: Plot<Columns>;
  readonly model: ChartModel;
  /** Of the series. */
  readonly index: number;
  readonly theme: 'light' | 'dark';
}

/** Draws one series again, over the others: cheaper than to have uPlot draw all of them with another strength. */
export function Highlight({ plot, model, index, theme }: HighlightProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const series = model.series[index];
    const { times, values } = plot.state.columns;
    const column = values[index];
    const surface = canvas.current && prepareCanvas(canvas.current);
    if (!surface || series === undefined || column === undefined) return;
    const { context } = surface;
    context.strokeStyle = resolveToken(series.token, theme);
    context.lineWidth = series.lineWidth + 1;
    context.lineJoin = 'round';
    context.lineCap = series.dash.length > 0 ? 'butt' : 'round';
    context.setLineDash([...series.dash]);
    context.beginPath();
    traceLine(
      context,
      { times, values: column, step: series.step },
      { x: (time) => plot.chart.valToPos(time, 'x'), y: (value) => plot.chart.valToPos(value, series.side) },
    );
    context.stroke();
  }, [plot, model, index, theme]);
  return <canvas ref={canvas} className={styles.highlight} />;
}
