import type { PanelKind } from '../contract.ts';
import { HeatmapPanel } from './HeatmapPanel.tsx';
import { decodeOptions, type HeatmapOptions } from './options.ts';
import { summary, toTable } from './words.ts';

const kind: PanelKind<HeatmapOptions> = { decodeOptions, Panel: HeatmapPanel, summary, toTable };
export default kind;
