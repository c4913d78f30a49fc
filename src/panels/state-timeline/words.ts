import type { PanelProps, PanelTable } from '../contract.ts';
import type { StateTimelineOptions } from './options.ts';

type Props = PanelProps<StateTimelineOptions>;

export function summary({ environment }: Props): string {
  return environment.title;
}

export function toTable(_props: Props): PanelTable {
  return { columns: [], rows: [] };
}
