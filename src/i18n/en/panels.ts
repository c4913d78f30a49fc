import { stat } from './panels/stat.ts';
import { timeseries } from './panels/timeseries.ts';
import { values } from './panels/values.ts';

/** The panel kinds of the first load, one group each, and what all kinds say. */
export const panels = {
  stat,
  timeseries,
  values,
} as const;
