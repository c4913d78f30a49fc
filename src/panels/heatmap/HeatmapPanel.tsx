import type { PanelProps } from '../contract.ts';
import type { HeatmapOptions } from './options.ts';
import { summary } from './words.ts';

export function HeatmapPanel(props: PanelProps<HeatmapOptions>) {
  return <p>{summary(props)}</p>;
}
