import type { PanelKind } from '../contract.ts';
import { decodeOptions, type StateTimelineOptions } from './options.ts';
import { StateTimelinePanel } from './StateTimelinePanel.tsx';
import { summary, toTable } from './words.ts';

const kind: PanelKind<StateTimelineOptions> = { decodeOptions, Panel: StateTimelinePanel, summary, toTable };
export default kind;
