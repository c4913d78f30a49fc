import type { PanelKindId } from '../model/dashboard.ts';
import type { OptionsDecoder } from '../model/options.ts';
import { decodeOptions as alerts } from './alerts/options.ts';
import { decodeOptions as bar } from './bar/options.ts';
import { decodeOptions as gauge } from './gauge/options.ts';
import { decodeOptions as grafana } from './grafana/options.ts';
import { decodeOptions as heatmap } from './heatmap/options.ts';
import { decodeOptions as pie } from './pie/options.ts';
import { decodeOptions as stat } from './stat/options.ts';
import { decodeOptions as stateTimeline } from './state-timeline/options.ts';
import { decodeOptions as table } from './table/options.ts';
import { decodeOptions as targets } from './targets/options.ts';
import { decodeOptions as text } from './text/options.ts';
import { decodeOptions as timeseries } from './timeseries/options.ts';

/**
 * The options decoder of every panel kind, without the code that draws it, so that a server or a script can check
 * dashboard files. Each throws `OptionsError` (model/options.ts) with the path of what is wrong.
 */
export const optionDecoders: Readonly<Record<PanelKindId, OptionsDecoder<unknown>>> = {
  timeseries,
  stat,
  gauge,
  bar,
  pie,
  table,
  heatmap,
  'state-timeline': stateTimeline,
  text,
  alerts,
  targets,
  grafana,
};
