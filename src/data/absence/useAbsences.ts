import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type Absence, isThereNow } from '../../model/absence.ts';
import type { Panel } from '../../model/dashboard.ts';
import type { PanelData, PanelResult } from '../../panels/contract.ts';
import { inBackground } from '../asking/standing.ts';
import type { PanelDataState } from '../panel/usePanelData.ts';
import type { DataSource } from '../source/dataSource.ts';
import { useStableList } from '../useStable.ts';
import { findAbsences, findDown, readsOf, whileOf } from './lookForSamples.ts';

/** Targets go down and come back: asked again this often while something is absent, ms. */
const WORTH_ASKING_AGAIN = 60_000;

/** A panel's data with what is known of what it lacks. */
export interface Explained {
  readonly data: PanelData;
  /** Epoch ms of the newest sample, where the data of every query has ended; null otherwise. */
  readonly endedAt: number | null;
}

const lacksAll = ({ frame }: PanelResult) => !frame.series.some(isThereNow);

/**
 * Finds out why series of a panel that draws have no value now: which targets are down, and of queries that have no value
 * at all why not (at most two cheap queries each, every few minutes). Gives what puts it to the panel's data, the same function until
 * something else is known.
 */
export function useAbsences(
  panel: Panel,
  dataSource: DataSource,
  { data, plans }: PanelDataState,
  isAsked: boolean,
): (data: PanelData) => Explained {
  const { client, queue } = dataSource;
  const reads = useStableList(panel.queries.map((_, i) => readsOf(plans[i]?.expr ?? '')));
  const whole = data.results.filter(lacksAll).map(({ query }) => panel.queries.indexOf(query));
  const { data: down } = useQuery({
    queryKey: ['down', dataSource.id],
    enabled: isAsked,
    staleTime: WORTH_ASKING_AGAIN,
    refetchInterval: WORTH_ASKING_AGAIN,
    queryFn: ({ signal }) => queue.run(inBackground, signal, () => findDown(client, signal)),
  });
  const { data: found } = useQuery({
    queryKey: ['absence', dataSource.id, whole.map((i) => reads[i]), plans[0] && whileOf(plans[0])],
    enabled: isAsked && whole.length > 0,
    gcTime: 0,
    // Found by what is read, so what is found of something else is no answer.
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => {
      const asked = whole.flatMap((i) => plans[i] ?? []);
      return queue.run(inBackground, signal, () => findAbsences(client, asked, signal));
    },
  });
  return useMemo(
    () => (given) => {
      const results = given.results.map((result): PanelResult => {
        const absence = lacksAll(result) ? found?.get(reads[panel.queries.indexOf(result.query)] ?? '') : undefined;
        return absence === undefined ? result : { ...result, absence };
      });
      return { data: { ...given, results, down }, endedAt: endOf(results.map(({ absence }) => absence)) };
    },
    [panel, reads, down, found],
  );
}

/** When the last of the queries ended; null while one goes on, or is absent for another reason. */
function endOf(absences: readonly (Absence | undefined)[]): number | null {
  const ends = absences.map((absence) => (absence && absence.kind !== 'absent' ? absence.at : null));
  const known = ends.filter((at) => at !== null);
  return known.length > 0 && known.length === ends.length ? Math.max(...known) : null;
}
