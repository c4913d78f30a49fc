import { type RefObject, useEffect, useLayoutEffect, useReducer, useRef, useState } from 'react';
import uPlot from 'uplot';
import type { Span } from './chart.ts';
import type { Columns } from './columns.ts';
import { type PlotState, type PlotStructure, pageTextSize, plotOptions, structureKey } from './plotOptions.ts';

interface PlotInput {
  readonly structure: PlotStructure;
  readonly columns: Columns;
  readonly span: Span;
  readonly hidden: ReadonlySet<string>;
  /** Taken where the host has no layout (CSS pixels). */
  readonly fallback: { readonly width: number; readonly height: number };
}

/** A plot on the page with the state that its options read. */
export interface Plot {
  readonly chart: uPlot;
  readonly state: PlotState;
}

/**
 * Keeps one uPlot instance in `host`: new data are set, a new size is set, and only another structure (series, options,
 * theme) or another text size builds it anew. null until it is on the page.
 */
export function usePlot(host: RefObject<HTMLElement | null>, input: PlotInput): Plot | null {
  const { structure, columns, span, hidden } = input;
  // How often the type has grown or shrunk: part of the key, since everything is drawn by its measure.
  const [growths, grow] = useReducer((n: number) => n + 1, 0);
  const key = `${growths} ${structureKey(structure)}`;
  const current = useRef<Built | null>(null);
  const [plot, setPlot] = useState<Plot | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for the structure; the fallback size is only for the first build
  useLayoutEffect(() => {
    if (host.current === null) return;
    const built = current.current;
    if (built?.key === key) {
      refresh(built, input);
      return;
    }
    built?.chart.destroy();
    current.current = build(host.current, key, input);
    setPlot(current.current);
  }, [key, columns, span, hidden]);

  useLayoutEffect(
    () => () => {
      current.current?.chart.destroy();
      current.current = null;
    },
    [],
  );

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
    return () => observer.disconnect();
  }, [host]);

  return plot;
}

interface Built extends Plot {
  readonly key: string;
  readonly textSize: number;
}

function build(host: HTMLElement, key: string, { structure, columns, span, hidden, fallback }: PlotInput): Built {
  const state: PlotState = { columns, span, drawn: () => {} };
  const place = placeOf(host, fallback);
  const options = plotOptions(structure, state, place);
  structure.model.series.forEach((series, i) => {
    const one = options.series[i + 1];
    if (one) one.show = !hidden.has(series.key);
  });
  const chart = new uPlot(options, [columns.times, ...columns.values], host);
  return { key, textSize: place.textSize, chart, state };
}

function refresh({ chart, state }: Built, { structure, columns, span, hidden }: PlotInput): void {
  state.columns = columns;
  state.span = span;
  structure.model.series.forEach((series, i) => {
    const show = !hidden.has(series.key);
    if (chart.series[i + 1]?.show !== show) chart.setSeries(i + 1, { show }, false);
  });
  chart.setData([columns.times, ...columns.values]);
}

/** Inner size and type of an element; the fallback where it has no size (hidden, or no layout). */
function placeOf<F extends PlotInput['fallback'] | null>(element: HTMLElement, fallback: F) {
  const { clientWidth: width, clientHeight: height } = element;
  const textSize = Number.parseFloat(getComputedStyle(element).fontSize) || pageTextSize;
  if (width > 0 && height > 0) return { width, height, textSize };
  return fallback && { ...fallback, textSize };
}
