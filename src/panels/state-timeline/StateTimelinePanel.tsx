import type { PanelProps } from '../contract.ts';
import type { StateTimelineOptions } from './options.ts';
import { summary } from './words.ts';

export function StateTimelinePanel(props: PanelProps<StateTimelineOptions>) {
  return <p>{summary(props)}</p>;
}
