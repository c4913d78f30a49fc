import { useLayoutEffect } from 'react';
import { type Explained, useAbsences } from '../data/absence/useAbsences.ts';
import type { PanelDataState } from '../data/panel/usePanelData.ts';
import type { Panel } from '../model/dashboard.ts';
import type { PanelData } from '../panels/contract.ts';
import { useBoardWorld } from './world.ts';

export type Explain = (data: PanelData) => Explained;

interface AbsenceFinderProps {
  readonly panel: Panel;
  readonly state: PanelDataState;
  readonly isActive: boolean;
  readonly onFound: (explain: () => Explain) => void;
}

/** Stands behind a panel that lacks something, and finds out why. Draws nothing; most panels never need it. */
export default function AbsenceFinder({ panel, state, isActive, onFound }: AbsenceFinderProps) {
  const { dataSource } = useBoardWorld();
  const explain = useAbsences(panel, dataSource, state, isActive && state.error === null);
  useLayoutEffect(() => onFound(() => explain), [explain, onFound]);
  return null;
}
