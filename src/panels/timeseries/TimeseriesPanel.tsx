import { useMemo } from 'react';
import { TimeChart } from '../../charts/TimeChart.tsx';
import type { PanelProps } from '../contract.ts';
import type { TimeseriesOptions } from './options.ts';
import { toChart, toLegend } from './transform.ts';

/** Series over time. */
export function TimeseriesPanel({ options, size, data, range, onZoom, environment }: PanelProps<TimeseriesOptions>) {
  const { results } = data;
  const { title, language, scrapeInterval, surface, colorSlots } = environment;
  const model = useMemo(
    () => toChart(results, options, { title, language, scrapeInterval, surface, colorSlots }),
    [results, options, title, language, scrapeInterval, surface, colorSlots],
  );
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
