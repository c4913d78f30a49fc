import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import uPlot from 'uplot';
import type { Span } from './chart.ts';
import type { Columns } from './columns.ts';
import { type PlotState, type PlotStructure, plotOptions, structureKey } from './plotOptions.ts';

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
 * theme) builds it anew. null until it is on the page.
 */
export function usePlot(host: RefObject<HTMLElement | null>, input: PlotInput): Plot | null {
  const { structure, columns, span, hidden, fallback } = input;
  const key = structureKey(structure);
  const current = useRef<(Plot & { readonly key: string }) | null>(null);
  const [plot, setPlot] = useState<Plot | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for the structure; the fallback size is only for the first build
  useLayoutEffect(() => {
    if (host.current === null) return;
    const data: uPlot.AlignedData = [columns.times, ...columns.values];
    if (current.current?.key === key) {
      const { chart, state } = current.current;
      state.columns = columns;
      state.span = span;
      structure.model.series.forEach((series, i) => {
        const show = !hidden.has(series.key);
        if (chart.series[i + 1]?.show !== show) chart.setSeries(i + 1, { show }, false);
      });
      chart.setData(data);
      return;
    }
    current.current?.chart.destroy();
    const state: PlotState = { columns, span, drawn: () => {} };
    const options = plotOptions(structure, state, sizeOf(host.current, fallback));
    structure.model.series.forEach((series, i) => {
      const one = options.series[i + 1];
      if (one) one.show = !hidden.has(series.key);
    });
    current.current = { key, chart: new uPlot(options, data, host.current), state };
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
      const chart = current.current?.chart;
      const size = sizeOf(element, null);
      if (chart && size && (size.width !== chart.width || size.height !== chart.height)) chart.setSize(size);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [host]);

  return plot;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Inner size of an element; the fallback where it has none (hidden, or no layout). */
function sizeOf<F extends Size | null>(element: HTMLElement, fallback: F): Size | F {
  const { clientWidth: width, clientHeight: height } = element;
  return width > 0 && height > 0 ? { width, height } : fallback;
}
