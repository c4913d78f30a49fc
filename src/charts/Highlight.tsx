import { useLayoutEffect, useRef } from 'react';
import type { ChartModel, ChartSeries } from './chart.ts';
import type { Column, Columns } from './columns.ts';
import styles from './Highlight.module.css';
import { resolveToken } from './palette.ts';
import { prepareCanvas, traceLine } from './trace.ts';
import type { Plot } from './usePlot.ts';
import { whenPlot } from './whenPlot.ts';

interface HighlightProps {
  readonly plot: Plot<Columns>;
  readonly model: ChartModel;
  /** Of the series. */
  readonly index: number;
  readonly theme: 'light' | 'dark';
}

/**
 * Draws one series again, over the others: cheaper than to have uPlot draw all of them with another strength. A new model, or
 * series that are hidden, do not draw it: uPlot draws later than React, and only then have values their new places.
 */
export function Highlight({ plot, model, index, theme }: HighlightProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const series = useRef(model.series[index]);
  series.current = model.series[index];
  useLayoutEffect(() => {
    const draw = () => {
      const column = plot.state.columns.values[index];
      const context = canvas.current && prepareCanvas(canvas.current)?.context;
      if (context && series.current && column) drawLine(context, plot, series.current, column, theme);
    };
    draw();
    return whenPlot('draw', plot.chart, draw);
  }, [plot, index, theme]);
  return <canvas ref={canvas} className={styles.highlight} />;
}

function drawLine(
  context: CanvasRenderingContext2D,
  { chart, state }: Plot<Columns>,
  series: ChartSeries,
  values: Column,
  theme: HighlightProps['theme'],
): void {
  context.strokeStyle = resolveToken(series.token, theme);
  context.lineWidth = series.lineWidth + 1;
  context.lineJoin = 'round';
  context.lineCap = series.dash.length > 0 ? 'butt' : 'round';
  context.setLineDash([...series.dash]);
  context.beginPath();
  traceLine(
    context,
    { times: state.columns.times, values, step: series.step },
    { x: (time) => chart.valToPos(time, 'x'), y: (value) => chart.valToPos(value, series.side) },
  );
  context.stroke();
}
