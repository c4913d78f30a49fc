import 'uplot/dist/uPlot.min.css';
import { useMemo, useRef } from 'react';
import styles from '../Plot.module.css';
import type { PointerProps } from '../PointerLayer.tsx';
import { usePlot } from '../usePlot.ts';
import type { Reader } from '../write.ts';
import { HeatLegend } from './HeatLegend.tsx';
import { HeatPointer } from './HeatPointer.tsx';
import { type HeatModel, layoutOf } from './heat.ts';
import { toHeatColumns } from './heatDrawing.ts';
import { heatOptions, heatStructureKey } from './heatOptions.ts';

export interface HeatChartProps extends PointerProps, Reader {
  /** Worth memoizing: a new model is drawn anew. */
  readonly model: HeatModel;
  /** Of chart and legend together, CSS pixels. */
  readonly size: { readonly width: number; readonly height: number };
  readonly legend: boolean;
  readonly theme: 'light' | 'dark';
  readonly surface: 'page' | 'wall' | 'embed';
}

/** How often values fell into ranges over time, as colors, with lines over them; crosshair, tooltip, zoom and legend. */
export function HeatChart(props: HeatChartProps) {
  const { model, size, span, theme, surface, language, timeZone, now, label, messages } = props;
  const host = useRef<HTMLDivElement>(null);
  const columns = useMemo(() => toHeatColumns(model, layoutOf(model.rows, model.axis)), [model]);
  const structure = { model, theme, language, timeZone };
  const plot = usePlot(host, {
    structureKey: heatStructureKey(structure),
    options: (state, place) => heatOptions(structure, state, place),
    columns,
    span,
    isShown: () => true,
    fallback: size,
  });
  return (
    <div className={styles.chart} style={{ width: size.width, height: size.height }}>
      <div ref={host} className={styles.plot} data-surface={surface} />
      {plot && surface !== 'wall' && <HeatPointer {...props} plot={plot} />}
      {props.legend && (
        <HeatLegend
          model={model}
          theme={theme}
          surface={surface}
          label={label}
          messages={messages}
          language={language}
          timeZone={timeZone}
          now={now}
        />
      )}
    </div>
  );
}
