import type { PanelKind } from '../contract.ts';
import { decodeOptions, type StatOptions } from './options.ts';
import { StatPanel } from './StatPanel.tsx';
import { summary, toTable } from './words.ts';

const kind: PanelKind<StatOptions> = { decodeOptions, Panel: StatPanel, summary, toTable };
export default kind;
