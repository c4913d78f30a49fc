import type { Messages } from '../messages.ts';
import { stat } from './panels/stat.ts';
import { timeseries } from './panels/timeseries.ts';
import { values } from './panels/values.ts';

export const panels: Messages['panels'] = {
  stat,
  timeseries,
  values,
};
