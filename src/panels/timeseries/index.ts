import type { PanelKind } from '../contract.ts';
import { decodeOptions, type TimeseriesOptions } from './options.ts';
import { TimeseriesPanel } from './TimeseriesPanel.tsx';
import { summary, toTable } from './words.ts';

const kind: PanelKind<TimeseriesOptions> = { decodeOptions, Panel: TimeseriesPanel, summary, toTable };
export default kind;
