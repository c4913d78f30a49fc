import { useMemo } from 'react';
import { HeatChart } from '../../charts/heat/HeatChart.tsx';
import { heatmapPanelTexts } from '../../i18n/apart/panels/heatmap.ts';
import { Message } from '../../ui/Message.tsx';
import type { PanelProps } from '../contract.ts';
import type { HeatmapOptions } from './options.ts';
import { timesPerColumn, toHeatmap } from './transform.ts';

/** A column is at least so wide, CSS pixels; on a wall, which is read from afar, wider. */
const leastColumn = { page: 4, embed: 4, wall: 8 } as const;

/** How often values fell into each bucket of a histogram, over time. */
export function HeatmapPanel({ options, size, data, range, onZoom, environment }: PanelProps<HeatmapOptions>) {
  const { results } = data;
  const { language, surface, messages, title } = environment;
  const texts = heatmapPanelTexts[language];
  const shown = results.reduce((most, { frame }) => Math.max(most, frame.times.length), 0);
  const every = timesPerColumn(shown, size.width, leastColumn[surface]);
  const heatmap = useMemo(
    () => toHeatmap(results, options, { language, texts }, every),
    [results, options, language, texts, every],
  );
  if (heatmap.problem !== null)
    return <Message title={texts.problems[heatmap.problem]}>{texts.advice[heatmap.problem]}</Message>;
  return (
    <HeatChart
      model={heatmap.model}
      size={size}
      span={range}
      legend={options.legend && size.height >= 150}
      label={title}
      id={environment.panelId}
      crosshair={environment.crosshair}
      onZoom={onZoom}
      theme={environment.theme}
      surface={surface}
      language={language}
      timeZone={environment.timeZone}
      now={environment.now}
      messages={messages.charts}
    />
  );
}
