import uPlot from 'uplot';
import type { SeriesLook } from './chart.ts';
import type { Columns } from './columns.ts';

/** Draws nothing: the points are drawn apart. */
const noPath: uPlot.Series.PathBuilder = () => null;

/**
 * How uPlot is to trace a series. `columns` gives what is drawn now, so that the same builder serves every refresh; `index` is the
 * series' place in it.
 */
export function pathsOf(series: SeriesLook, index: number, stacked: boolean, columns: () => Columns) {
  if (series.draw === 'points') return noPath;
  if (series.draw === 'bars') return bars(index, stacked, columns);
  const line = series.step ? uPlot.paths.stepped?.({ align: 1 }) : uPlot.paths.linear?.();
  if (line === undefined) return noPath;
  return stacked && series.draw === 'area' ? overBase(line, index, series.step, columns) : line;
}

function bars(index: number, stacked: boolean, columns: () => Columns): uPlot.Series.PathBuilder {
  const size: [number, number, number] = [0.72, 40, 1];
  const values = (column: ArrayLike<number | null | undefined> | null | undefined) => Array.from(column ?? []);
  const disp: uPlot.Series.BarsPathBuilderDisplay = {
    y0: { unit: 1, values: () => values(columns().bases[index]) },
    y1: { unit: 1, values: () => values(columns().values[index]) },
  };
  return uPlot.paths.bars?.(stacked ? { size, disp } : { size }) ?? noPath;
}

/** A line whose fill ends at the pile below it rather than at zero. */
function overBase(
  line: uPlot.Series.PathBuilder,
  index: number,
  step: boolean,
  columns: () => Columns,
): uPlot.Series.PathBuilder {
  return (plot, seriesIndex, from, to) => {
    const paths = line(plot, seriesIndex, from, to);
    const base = columns().bases[index];
    const values = columns().values[index];
    const scale = plot.series[seriesIndex]?.scale;
    if (!paths || !base || !values || scale === undefined) return paths;
    const { times } = columns();
    const fill = new Path2D();
    let run: number[] = [];
    const close = () => {
      const x = (i: number) => plot.valToPos(times[i] ?? 0, 'x', true);
      const y = (value: number | null | undefined) => plot.valToPos(value ?? 0, scale, true);
      run.forEach((i, n) => {
        const before = run[n - 1];
        if (before === undefined) fill.moveTo(x(i), y(values[i]));
        else if (step) fill.lineTo(x(i), y(values[before]));
        fill.lineTo(x(i), y(values[i]));
      });
      run.reverse().forEach((i, n) => {
        const after = run[n - 1];
        if (step && after !== undefined) fill.lineTo(x(after), y(base[i]));
        fill.lineTo(x(i), y(base[i]));
      });
      if (run.length > 0) fill.closePath();
      run = [];
    };
    for (let i = from; i <= to; i++) {
      const value = values[i];
      if (value === null) close();
      else if (value !== undefined) run.push(i);
    }
    close();
    return { ...paths, fill };
  };
}
