import { TimeChart } from '../../charts/TimeChart.tsx';
import type { PanelProps } from '../contract.ts';
import { chartOf } from './chartOf.ts';
import type { TimeseriesOptions } from './options.ts';
import { toLegend } from './transform.ts';

/** Series over time. */
export function TimeseriesPanel({ options, size, data, range, onZoom, environment }: PanelProps<TimeseriesOptions>) {
  const { results } = data;
  const { title, language, surface } = environment;
  const model = chartOf(results, options, environment);
  const { mode, columns } = toLegend(options, model.series.length, size);
  return (
    <TimeChart
      model={model}
      size={size}
      span={range}
      legend={mode}
      legendColumns={columns}
      label={title}
      id={environment.panelId}
      crosshair={environment.crosshair}
      onZoom={onZoom}
      theme={environment.theme}
      surface={surface}
      language={language}
      timeZone={environment.timeZone}
      now={environment.now}
      messages={environment.messages.charts}
    />
  );
}
