import { type RefObject, useEffect, useLayoutEffect, useReducer, useRef, useState } from 'react';
import uPlot from 'uplot';
import { type PlotColumns, type PlotPlace, type PlotState, pageTextSize } from './axes.ts';
import type { Span } from './chart.ts';

/** Up to this many lines are drawn in one frame: each further frame would draw the page again. */
const MANY = 100;

interface PlotInput<C extends PlotColumns> {
  /** Another one when, and only when, the plot has to be built anew. */
  readonly structureKey: object | string;
  readonly options: (state: PlotState<C>, place: PlotPlace) => uPlot.Options;
  /** Worth memoizing: new columns are drawn anew. */
  readonly columns: C;
  readonly span: Span;
  /** Whether the series with this index is drawn. What it says changes together with `columns`. */
  readonly isShown: (index: number) => boolean;
  /** Taken where the host has no layout (CSS pixels). */
  readonly fallback: { readonly width: number; readonly height: number };
}

/** A plot on the page with the state that its options read. */
export interface Plot<C extends PlotColumns = PlotColumns> {
  readonly chart: uPlot;
  readonly state: PlotState<C>;
}

/**
 * Keeps one uPlot instance in `host`: new data are set, a new size is set, and only another structure (series, options,
 * theme), another text size or a finer screen builds it anew. null until it is on the page.
 */
export function usePlot<C extends PlotColumns>(
  host: RefObject<HTMLElement | null>,
  input: PlotInput<C>,
): Plot<C> | null {
  const { options, columns, span, isShown, fallback } = input;
  // How often the type has grown or shrunk: as good as another key, since everything is drawn by its measure.
  const [growths, grow] = useReducer((n: number) => n + 1, 0);
  const key = input.structureKey;
  const current = useRef<Built<C> | null>(null);
  const [plot, setPlot] = useState<Plot<C> | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for the options and `columns` for what is shown; the fallback size is only for the first build
  useLayoutEffect(() => {
    if (host.current === null) return;
    const built = current.current;
    if (built?.key === key && built.growths === growths) {
      refresh(built, { columns, span, isShown });
      return;
    }
    const make = (change?: Change) => {
      if (host.current === null) return;
      built?.chart.destroy();
      const made = build(host.current, { options, columns, span, isShown, fallback }, change);
      current.current = { ...made, key, growths };
      setPlot(made);
    };
    if (columns.values.length <= MANY) {
      make();
      return;
    }
    let isWanted = true;
    void turnsToTake().then((change) => isWanted && make(change));
    return () => {
      isWanted = false;
    };
  }, [key, growths, columns, span]);

  useDestroyed(current);
  useSize(host, current, grow);
  return plot;
}

type Change = (options: uPlot.Options) => uPlot.Options;

/** In a task of its own: making a plot of many lines takes long enough. Without turns (an older page) it comes up whole. */
async function turnsToTake(): Promise<Change | undefined> {
  const turns = await import('./turns.ts').catch(() => null);
  await new Promise((resolve) => setTimeout(resolve));
  return turns?.takeTurns;
}

type Current<C extends PlotColumns> = RefObject<Built<C> | null>;

// What follows are hooks of their own because their functions last as long as the plot, and so does all that is in their scope.

function useDestroyed<C extends PlotColumns>(current: Current<C>): void {
  useLayoutEffect(
    () => () => {
      current.current?.chart.destroy();
      current.current = null;
    },
    [current],
  );
}

/** Keeps the plot as large as `host`; `grow` is called when the size of the type changes, on the page or in pixels of the screen. */
function useSize<C extends PlotColumns>(
  host: RefObject<HTMLElement | null>,
  current: Current<C>,
  grow: () => void,
): void {
  useEffect(() => {
    const element = host.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => {
      const built = current.current;
      const place = placeOf(element, null);
      if (built === null || place === null) return;
      const { chart } = built;
      if (place.width !== chart.width || place.height !== chart.height) chart.setSize(place);
      // The type of a wall grows with its screen.
      if (place.textSize !== built.textSize) grow();
    });
    observer.observe(element);
    // uPlot tells of another count of pixels for each of the page's: what is drawn over its lines is measured in them.
    window.addEventListener('dppxchange', grow);
    return () => {
      observer.disconnect();
      window.removeEventListener('dppxchange', grow);
    };
  }, [host, current, grow]);
}

interface Built<C extends PlotColumns> extends Plot<C> {
  readonly key: object | string;
  readonly growths: number;
  readonly textSize: number;
}

function build<C extends PlotColumns>(
  host: HTMLElement,
  input: Omit<PlotInput<C>, 'structureKey'>,
  change: Change = same,
) {
  const { columns, span, fallback, isShown } = input;
  const state: PlotState<C> = { columns, span };
  const place = placeOf(host, fallback);
  const options = change(input.options(state, place));
  for (const [i, series] of options.series.entries()) if (i > 0) series.show = isShown(i - 1);
  const chart = new uPlot(options, [columns.times, ...columns.values], host);
  return { textSize: place.textSize, chart, state };
}

const same: Change = (options) => options;

type Drawn<C extends PlotColumns> = Pick<PlotInput<C>, 'columns' | 'span' | 'isShown'>;

function refresh<C extends PlotColumns>({ chart, state }: Built<C>, { columns, span, isShown }: Drawn<C>): void {
  state.columns = columns;
  state.span = span;
  for (let i = 1; i < chart.series.length; i++) {
    const show = isShown(i - 1);
    if (chart.series[i]?.show !== show) chart.setSeries(i, { show }, false);
  }
  chart.setData([columns.times, ...columns.values]);
}

/** Inner size and type of an element; the fallback where it has no size (hidden, or no layout). */
function placeOf<F extends { readonly width: number; readonly height: number } | null>(
  element: HTMLElement,
  fallback: F,
) {
  const { clientWidth: width, clientHeight: height } = element;
  const textSize = Number.parseFloat(getComputedStyle(element).fontSize) || pageTextSize;
  if (width > 0 && height > 0) return { width, height, textSize };
  return fallback && { ...fallback, textSize };
}
