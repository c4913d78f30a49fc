import 'uplot/dist/uPlot.min.css';
import { useMemo, useRef, useState } from 'react';
import plotStyles from '../Plot.module.css';
import type { PointerProps } from '../PointerLayer.tsx';
import { usePlot } from '../usePlot.ts';
import type { Reader } from '../write.ts';
import styles from './StatesChart.module.css';
import { StatesLegend } from './StatesLegend.tsx';
import { StatesPointer } from './StatesPointer.tsx';
import { presentCounts, type StatesModel } from './states.ts';
import type { StatesColumns } from './statesDrawing.ts';
import { statesOptions, statesStructureKey } from './statesOptions.ts';

export interface StatesChartProps extends PointerProps, Reader {
  /** Worth memoizing: a new model is drawn anew. */
  readonly model: StatesModel;
  /** Of chart and legend together, CSS pixels. */
  readonly size: { readonly width: number; readonly height: number };
  /** The most rows that can be read at once in this size. */
  readonly most: number;
  /** The most that a row is high, CSS pixels. */
  readonly tallest: number;
  readonly legend: boolean;
  readonly theme: 'light' | 'dark';
  readonly surface: 'page' | 'wall' | 'embed';
}

/** The states of several things over time, a row each; crosshair, tooltip, zoom and legend. Rows that do not fit are paged. */
export function StatesChart(props: StatesChartProps) {
  const { model, size, span, most, tallest, surface, messages } = props;
  const host = useRef<HTMLDivElement>(null);
  const [wanted, setFirst] = useState(0);
  const total = model.rows.length;
  const first = Math.min(wanted, Math.max(0, total - most));
  const shown = useMemo(() => ({ ...model, rows: model.rows.slice(first, first + most) }), [model, first, most]);
  const columns = useMemo(
    (): StatesColumns => ({ times: shown.times, values: [], model: shown, tallest }),
    [shown, tallest],
  );
  const structure = { model: shown, theme: props.theme, language: props.language, timeZone: props.timeZone, messages };
  const plot = usePlot(host, {
    structureKey: statesStructureKey(structure),
    options: (state, place) => statesOptions(structure, state, place),
    columns,
    span,
    isShown: () => true,
    fallback: size,
  });
  const rest = model.rows.slice(most);
  return (
    <div className={plotStyles.chart} style={{ width: size.width, height: size.height }}>
      <div ref={host} className={plotStyles.plot} data-surface={surface} />
      {plot && surface !== 'wall' && <StatesPointer {...props} plot={plot} />}
      {rest.length > 0 && surface === 'wall' && (
        <p className={styles.rest}>{messages.moreRows(rest.length, presentCounts(model, rest, messages.noData))}</p>
      )}
      {rest.length > 0 && surface !== 'wall' && (
        <div className={styles.rest}>
          <span>{messages.rowsShown(first + 1, first + shown.rows.length, total)}</span>
          <button type="button" disabled={first === 0} onClick={() => setFirst(Math.max(0, first - most))}>
            {messages.rowsBefore}
          </button>
          <button type="button" disabled={first + most >= total} onClick={() => setFirst(first + most)}>
            {messages.rowsAfter}
          </button>
        </div>
      )}
      {props.legend && <StatesLegend {...props} />}
    </div>
  );
}
