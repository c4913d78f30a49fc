import { alerts } from './panels/alerts.ts';
import { bar } from './panels/bar.ts';
import { gauge } from './panels/gauge.ts';
import { grafana } from './panels/grafana.ts';
import { heatmap } from './panels/heatmap.ts';
import { pie } from './panels/pie.ts';
import { stat } from './panels/stat.ts';
import { stateTimeline } from './panels/stateTimeline.ts';
import { table } from './panels/table.ts';
import { targets } from './panels/targets.ts';
import { timeseries } from './panels/timeseries.ts';
import { values } from './panels/values.ts';

/** The panel kinds, one group each. */
export const panels = {
  alerts,
  bar,
  gauge,
  grafana,
  heatmap,
  pie,
  stat,
  stateTimeline,
  table,
  targets,
  timeseries,
  values,
} as const;
