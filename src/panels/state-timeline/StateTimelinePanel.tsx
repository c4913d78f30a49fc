import { useMemo } from 'react';
import { StatesChart } from '../../charts/states/StatesChart.tsx';
import { useTextSize } from '../../charts/useTextSize.ts';
import type { PanelProps } from '../contract.ts';
import type { StateTimelineOptions } from './options.ts';
import { toStates } from './transform.ts';

/** Heights in multiples of the small text's size: of the least and the tallest row, of the time axis, of the legend, of the paging line. */
const ems = { row: 1.5, tallest: 3.4, axis: 2.2, legend: 1.9, paging: 1.9 };

/** What several things were in over time, a row each. */
export function StateTimelinePanel({
  options,
  size,
  data,
  range,
  onZoom,
  environment,
}: PanelProps<StateTimelineOptions>) {
  const { ref, textSize } = useTextSize<HTMLDivElement>();
  const { language, surface, messages } = environment;
  const isSmall = size.height < 110;
  // On a wall nobody turns pages: when rows do not fit, the worst are the ones to show.
  const legend = options.legend && !isSmall;
  const room = size.height - textSize * (ems.axis + (legend ? ems.legend : 0));
  const fitting = (height: number) => Math.max(1, Math.floor(height / (textSize * ems.row)));
  const model = useMemo(() => toStates(data.results, options, language, data.down), [data, options, language]);
  const isWhole = model.rows.length <= fitting(room);
  const shown = useMemo(
    () =>
      isWhole || surface !== 'wall'
        ? model
        : toStates(data.results, { ...options, sort: 'worst' }, language, data.down),
    [isWhole, surface, model, data, options, language],
  );
  return (
    <div ref={ref} style={{ fontSize: 'var(--text-s)' }}>
      <StatesChart
        model={shown}
        size={size}
        most={isWhole ? model.rows.length : fitting(room - textSize * ems.paging)}
        tallest={textSize * ems.tallest}
        span={range}
        legend={legend}
        label={environment.title}
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
    </div>
  );
}
