import {
  type ReactNode,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useReducer,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import type { Messages } from '../i18n/messages.ts';
import type { Language } from '../model/language.ts';
import type { SharedCrosshair, Span } from './chart.ts';
import styles from './PointerLayer.module.css';
import { Tooltip, type TooltipRow } from './Tooltip.tsx';
import { momentText } from './timeTicks.ts';
import { type Hover, type Snap, useCursorInput } from './useCursorInput.ts';
import type { Plot } from './usePlot.ts';
import { whenPlot } from './whenPlot.ts';

/** What a layer over a plot needs of its chart, whatever that draws. */
export interface PointerProps {
  readonly span: Span;
  /** Names the chart for those who hear it. */
  readonly label: string;
  /** Tells this chart from the others that share the crosshair. */
  readonly id: string;
  readonly crosshair: SharedCrosshair;
  /** A span the viewer selected; null to undo the last zoom. */
  readonly onZoom: (span: Span | null) => void;
  readonly language: Language;
  readonly timeZone: string;
  readonly messages: Messages['charts'];
}

/** The place that the viewer points at. */
export interface PointedAt {
  /** Of the time in the plot's grid. */
  readonly index: number;
  /** Epoch ms. */
  readonly time: number;
  /** Pixels from the top and the left of the plot; `y` null when pointed at by keys. */
  readonly y: number | null;
  readonly x: number;
}

/** What a chart has to say of a place. */
export interface PointerReading {
  /** For those who hear it, after the time. */
  readonly spoken: readonly string[];
  readonly rows: readonly TooltipRow[];
  /** What is said below the rows: of those that are not listed, or of all; null when nothing is. */
  readonly more: string | null;
  /** In place of the time, where a place is more than a moment. */
  readonly title?: string | undefined;
  /** Drawn over the plot, beside the crosshair. */
  readonly marks: ReactNode;
}

interface PointerLayerProps extends PointerProps {
  readonly plot: Plot;
  /** Which time of the grid a place belongs to. */
  readonly snap?: Snap;
  readonly read: (at: PointedAt) => PointerReading;
  /** Where the arrows up and down lead, pixels from the top; without it they scroll the page. */
  readonly onVertical?: ((y: number | null, direction: -1 | 1) => number) | undefined;
  /** Drawn below the crosshair. */
  readonly children?: ReactNode;
}

/**
 * The layer over a plot that follows pointer, finger and keys: crosshair with tooltip, a span dragged to zoom, and the
 * time that another chart of the board points at. It lies over the plot, in the chart that has it as a positioned child. To a screen
 * reader it is a slider over time that speaks what is there.
 */
export function PointerLayer(props: PointerLayerProps) {
  const { plot, read, span, label, id, crosshair, language, timeZone, messages, onZoom, onVertical } = props;
  const { chart, state } = plot;
  const layer = useRef<HTMLDivElement>(null);
  useOverPlot(layer, chart);
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

  useScrolled(hover !== null, () => {
    const box = layer.current?.getBoundingClientRect();
    if (hover !== null && box !== undefined) setHover({ ...hover, origin: { x: box.left, y: box.top } });
  });

  const { times } = state.columns;
  const input = { chart, times, span, hover, setHover: point, onZoom, snap: props.snap ?? 'nearest', onVertical };
  const { handlers, selection } = useCursorInput(input);
  const index = hover === null ? Math.max(0, times.length - 1) : chart.valToIdx(hover.time);
  const time = times[index] ?? span.to;
  const x = chart.valToPos(time, 'x');
  const width = chart.bbox.width / devicePixelRatio;
  // Nobody reads the figures while nobody points.
  const reading = hover === null ? null : read({ index, time, y: hover.y, x });
  const moment = momentText(time, span, timeZone, language);

  return (
    <div
      ref={layer}
      className={styles.cursor}
      role="slider"
      tabIndex={0}
      aria-label={messages.pointer(label)}
      aria-valuemin={0}
      aria-valuemax={Math.max(0, times.length - 1)}
      aria-valuenow={index}
      aria-valuetext={[moment, ...(reading?.spoken ?? [])].join(', ')}
      {...handlers}
    >
      {props.children}
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
      {hover !== null && reading !== null && (
        <>
          <Line x={x} width={width} />
          {reading.marks}
          <Tooltip
            title={reading.title ?? moment}
            rows={reading.rows}
            more={reading.more}
            at={{ x: hover.origin.x + x, y: hover.origin.y + (hover.y ?? 0) }}
          />
        </>
      )}
    </div>
  );
}

function Line({ x, width }: { readonly x: number; readonly width: number }) {
  if (!(x >= 0 && x <= width)) return null;
  return <div className={styles.line} style={{ transform: `translateX(${Math.round(x)}px)` }} />;
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

/**
 * Keeps an element where the plot is, which is as large as its axes leave it. Not by a portal into the plot: React listens to
 * all that it knows, 150 events, at each element that it draws into.
 */
function useOverPlot(layer: RefObject<HTMLElement | null>, chart: Plot['chart']): void {
  useLayoutEffect(() => {
    const follow = () => {
      const { left, top, width, height } = chart.over.style;
      if (layer.current !== null) Object.assign(layer.current.style, { left, top, width, height });
    };
    follow();
    return whenPlot('setSize', chart, follow);
  }, [layer, chart]);
}

/** Calls `follow` while `active` when anything on the page is scrolled: a tooltip has its place in the window. */
function useScrolled(active: boolean, follow: () => void): void {
  const latest = useRef(follow);
  latest.current = follow;
  useEffect(() => {
    if (!active) return;
    const onScroll = () => latest.current();
    const how = { capture: true, passive: true };
    window.addEventListener('scroll', onScroll, how);
    return () => window.removeEventListener('scroll', onScroll, how);
  }, [active]);
}

/** Draws again after the plot has drawn, since then values have other places. */
function useRedraw({ chart }: Plot, active: boolean): void {
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  useEffect(() => (active ? whenPlot('draw', chart, redraw) : undefined), [chart, active]);
}
