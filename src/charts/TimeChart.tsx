import 'uplot/dist/uPlot.min.css';
import { lazy, Suspense, useCallback, useMemo, useReducer, useRef, useState } from 'react';
import { later } from '../model/later.ts';
import { useSame } from '../ui/useSame.ts';
import type { ChartModel } from './chart.ts';
import { toColumns } from './columns.ts';
import { Legend, type LegendItem, type LegendMode, listedItems, type StatisticColumn } from './Legend.tsx';
import styles from './Plot.module.css';
import type { PointerProps } from './PointerLayer.tsx';
import { lookOf, type PlotStructure, plotOptions } from './plotOptions.ts';
import { endOf, summaryOf } from './summaries.ts';
import { momentText } from './timeTicks.ts';
import { usePlot } from './usePlot.ts';
import { type Reader, writeFigure } from './write.ts';

// The chart is drawn first; what answers to the pointer comes right after it, and never to a wall.
const Cursor = lazy(() => later(async () => ({ default: (await import('./Cursor.tsx')).Cursor })));

const WallLegend = lazy(async () => ({ default: (await import('./WallLegend.tsx')).WallLegend }));

export interface TimeChartProps extends PointerProps, Reader {
  /** Worth memoizing: a new model is drawn anew. */
  readonly model: ChartModel;
  /** Of chart and legend together, CSS pixels. */
  readonly size: { readonly width: number; readonly height: number };
  readonly legend: LegendMode;
  readonly legendColumns: readonly StatisticColumn[];
  readonly theme: 'light' | 'dark';
  /** `wall`: larger type, thicker lines, nothing to point at. */
  readonly surface: 'page' | 'wall' | 'embed';
}

const nothingHidden: ReadonlySet<string> = new Set();

/** Series over time, drawn by uPlot, with crosshair, tooltip, zoom and legend. */
export function TimeChart(props: TimeChartProps) {
  const { model, size, span, surface, legend, label, messages } = props;
  const { hidden, onPick } = useHidden(useSame(model.series.map((series) => series.key)));
  const [lit, setLit] = useState<string | null>(null);
  const host = useRef<HTMLDivElement>(null);
  const columns = useMemo(() => toColumns(model, hidden), [model, hidden]);
  const structure = useStructure(props);
  const plot = usePlot(host, {
    structureKey: structure,
    options: (state, place) => plotOptions(structure, state, place),
    columns,
    span,
    isShown: (i) => !hidden.has(model.series[i]?.key ?? ''),
    fallback: size,
  });
  const [isLegendUsed, onUse] = useReducer(() => true, false);
  const count = model.series.length;
  // A wall's legend counts what does not fit by itself.
  const listed = surface === 'wall' ? count : listedItems(count, isLegendUsed, legend, size);
  const items = useLegendItems(props, listed);
  const litIndex = lit === null || hidden.has(lit) ? -1 : model.series.findIndex((series) => series.key === lit);

  return (
    <div className={styles.chart} style={{ width: size.width, height: size.height }}>
      <div ref={host} className={styles.plot} data-surface={surface} data-lit={litIndex >= 0} />
      {plot && surface !== 'wall' && (
        <Suspense>
          <Cursor {...props} plot={plot} hidden={hidden} lit={litIndex} />
        </Suspense>
      )}
      {legend !== 'none' && surface === 'wall' && (
        <Suspense>
          <WallLegend items={items} width={size.width} label={messages.legend(label)} messages={messages} />
        </Suspense>
      )}
      {legend !== 'none' && surface !== 'wall' && (
        <Legend
          mode={legend}
          columns={columnsOf(props)}
          items={items}
          unlisted={listedItems(count, true, legend, size) - listed}
          count={count}
          hidden={hidden}
          label={messages.legend(label)}
          messages={messages}
          onPick={onPick}
          onUse={onUse}
          onLook={setLit}
        />
      )}
    </div>
  );
}

/** What the plot is built with: that of an earlier drawing as long as it is the same, so that there is one. */
function useStructure({ model, theme, language, timeZone }: TimeChartProps): PlotStructure {
  return useSame(
    useMemo(() => ({ model: lookOf(model), theme, language, timeZone }), [model, theme, language, timeZone]),
  );
}

/**
 * The series that the viewer has hidden, and what hides them. `keys` are those of all. Apart from the chart, because
 * `onPick` stays while the keys do, and with it all that is in its scope: not the data of the day the page was opened.
 */
function useHidden(keys: readonly string[]) {
  const [hidden, setHidden] = useState(nothingHidden);
  const onPick = useCallback(
    (key: string, alone: boolean) => setHidden((now) => (alone ? isolate(now, key, keys) : toggle(now, key))),
    [keys],
  );
  return { hidden, onPick };
}

const noFigures: readonly string[] = [];

const saysTheSame = (item: LegendItem, other: LegendItem | undefined): boolean =>
  item.key === other?.key &&
  item.name === other.name &&
  item.token === other.token &&
  item.dash === other.dash &&
  item.figures.every((figure, i) => figure === other.figures[i]);

const lastOnly: readonly StatisticColumn[] = ['last'];

function columnsOf({ surface, legendColumns }: TimeChartProps): readonly StatisticColumn[] {
  return surface === 'wall' ? lastOnly : legendColumns;
}

/** The first `listed` entries of the legend; those of an earlier drawing as long as they say the same. */
function useLegendItems(props: TimeChartProps, listed: number): readonly LegendItem[] {
  const { model, span, legend, language, timeZone, now, messages } = props;
  const columns = columnsOf(props);
  const kept = useRef<readonly LegendItem[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `now` and `span` move with every tick, and with them comes a new model
  return useMemo(() => {
    if (legend === 'none') return [];
    const items = model.series.slice(0, listed).map((one, i): LegendItem => {
      const { key, name, token, dash, figures: format } = one;
      if (columns.length === 0) return { key, name, token, dash, figures: noFigures };
      const summary = summaryOf(model, i);
      const figures = columns.map((column) => {
        const value = summary[column];
        if (value === null) return '–';
        const figure = writeFigure(value, format, { language, timeZone, now });
        const end = column === 'last' ? endOf(model, i) : null;
        return end === null ? figure : messages.endedAt(figure, momentText(end, span, timeZone, language));
      });
      return { key, name, token, dash, figures };
    });
    if (items.length !== kept.current.length || !items.every((item, i) => saysTheSame(item, kept.current[i])))
      kept.current = items;
    return kept.current;
  }, [model, legend, listed, columns, language, timeZone, messages]);
}

/** Shows one series alone; all of them again when it is alone already. */
function isolate(hidden: ReadonlySet<string>, key: string, keys: readonly string[]): ReadonlySet<string> {
  const others = keys.filter((other) => other !== key);
  const alone = !hidden.has(key) && others.every((other) => hidden.has(other));
  return alone ? nothingHidden : new Set(others);
}

function toggle(hidden: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(hidden);
  if (!next.delete(key)) next.add(key);
  return next;
}
