import { useCallback, useEffect, useReducer, useState, useSyncExternalStore } from 'react';
import type { Messages } from '../i18n/messages.ts';
import styles from './Cursor.module.css';
import type { ChartModel, ChartSeries, SharedCrosshair, Span } from './chart.ts';
import { Highlight } from './Highlight.tsx';
import { type NearRow, nearestRows } from './nearest.ts';
import { Tooltip } from './Tooltip.tsx';
import { momentText } from './timeTicks.ts';
import { type Hover, useCursorInput } from './useCursorInput.ts';
import type { Plot } from './usePlot.ts';
import { type Reader, writeFigure } from './write.ts';

export interface CursorProps extends Reader {
  readonly plot: Plot;
  readonly model: ChartModel;
  readonly hidden: ReadonlySet<string>;
  /** Index of the series that the viewer looks at in the legend; -1 for none. */
  readonly lit: number;
  readonly theme: 'light' | 'dark';
  readonly span: Span;
  /** Names the chart for those who hear it. */
  readonly label: string;
  readonly id: string;
  readonly crosshair: SharedCrosshair;
  readonly onZoom: (span: Span | null) => void;
  readonly messages: Messages['charts'];
}

/**
 * The layer over the plot that follows pointer, finger and keys: crosshair with tooltip, a span dragged to zoom, and the
 * time that another chart of the board points at. To a screen reader it is a slider over time that speaks the figures.
 */
export function Cursor(props: CursorProps) {
  const { plot, model, hidden, lit, theme, span, label, id, crosshair, language, timeZone, now, messages } = props;
  const { chart, state } = plot;
  const [hover, setHover] = useState<Hover | null>(null);
  const shared = useShared(crosshair, id);
  useRedraw(plot, hover !== null || shared !== null);
  const point = (at: Hover | null) => {
    setHover(at);
    crosshair.set(at && { time: at.time, source: id });
  };
  useEffect(
    () => () => {
      if (crosshair.get()?.source === id) crosshair.set(null);
    },
    [crosshair, id],
  );

  const { times, values } = state.columns;
  const { handlers, selection } = useCursorInput({ chart, times, span, hover, setHover: point, onZoom: props.onZoom });
  const index = hover === null ? Math.max(0, times.length - 1) : chart.valToIdx(hover.time);
  const time = times[index] ?? span.to;
  const positionOf = (i: number) => {
    const value = values[i]?.[index];
    const side = model.series[i]?.side;
    return value === null || value === undefined || side === undefined ? null : chart.valToPos(value, side);
  };
  // Nobody reads the figures while nobody points.
  const near = hover === null ? nothingNear : nearestRows(model, hidden, time, hover.y, positionOf);
  const reader = { language, timeZone, now };
  const written = ({ series, value }: NearRow) => writeFigure(value, series.figures, reader);
  const moment = momentText(time, span, timeZone, language);
  const x = chart.valToPos(time, 'x');
  const width = chart.bbox.width / devicePixelRatio;

  return (
    <div
      className={styles.cursor}
      role="slider"
      tabIndex={0}
      aria-label={messages.pointer(label)}
      aria-valuemin={0}
      aria-valuemax={Math.max(0, times.length - 1)}
      aria-valuenow={index}
      aria-valuetext={[moment, ...near.rows.map((row) => `${row.series.name} ${written(row)}`)].join(', ')}
      {...handlers}
    >
      {lit >= 0 && <Highlight plot={plot} model={model} index={lit} theme={theme} />}
      {shared !== null && <Line x={chart.valToPos(shared, 'x')} width={width} />}
      {selection && (
        <div
          className={styles.selection}
          style={{
            left: chart.valToPos(selection.from, 'x'),
            width: chart.valToPos(selection.to, 'x') - chart.valToPos(selection.from, 'x'),
          }}
        />
      )}
      {hover !== null && (
        <>
          <Line x={x} width={width} />
          {near.rows.map((row) => (
            <Dot key={row.series.key} series={row.series} x={x} y={row.position} />
          ))}
          <Tooltip
            time={moment}
            rows={near.rows.map((row) => ({ ...row.series, value: written(row) }))}
            more={near.total > near.rows.length ? messages.moreSeries(near.total - near.rows.length) : null}
            at={{ x: hover.origin.x + x, y: hover.origin.y + (hover.y ?? 0) }}
          />
        </>
      )}
    </div>
  );
}

const nothingNear = { rows: [], total: 0 };

function Line({ x, width }: { readonly x: number; readonly width: number }) {
  if (!(x >= 0 && x <= width)) return null;
  return <div className={styles.line} style={{ transform: `translateX(${Math.round(x)}px)` }} />;
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

/** The time at which another chart's pointer is; null when there is none. */
function useShared(crosshair: SharedCrosshair, id: string): number | null {
  return useSyncExternalStore(
    useCallback((listener) => crosshair.subscribe(listener), [crosshair]),
    () => {
      const at = crosshair.get();
      return at === null || at.source === id ? null : at.time;
    },
  );
}

/** Draws again after the plot has drawn, since then values have other places. */
function useRedraw({ state }: Plot, active: boolean): void {
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  useEffect(() => {
    if (!active) return;
    state.drawn = redraw;
    return () => {
      state.drawn = () => {};
    };
  }, [state, active]);
}
