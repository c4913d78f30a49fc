import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type Absence, isThereNow } from '../model/absence.ts';
import type { Panel } from '../model/dashboard.ts';
import type { PanelData, PanelResult } from '../panels/contract.ts';
import type { DataSource } from './dataSource.ts';
import { inBackground } from './standing.ts';
import type { PanelDataState } from './usePanelData.ts';
import { useStableList } from './useStable.ts';

/** Targets go down and come back: asked again this often while something is absent, ms. */
const WORTH_ASKING_AGAIN = 60_000;

interface Absences {
  readonly data: PanelData;
  /** Epoch ms of the newest sample, where the data of every query has ended; null otherwise. */
  readonly endedAt: number | null;
}

const lacksNow = ({ frame }: PanelResult) => !frame.series.every(isThereNow) || frame.series.length === 0;
const lacksAll = ({ frame }: PanelResult) => !frame.series.some(isThereNow);

/**
 * Finds out why series of a panel that draws have no value now: which targets are down, and of queries that have no value
 * at all why not (at most two cheap queries each, once). Asks nothing while every series has one, nor out of sight.
 */
export function useAbsences(panel: Panel, dataSource: DataSource, state: PanelDataState, isActive: boolean): Absences {
  const { data, plans } = state;
  const exprs = useStableList(panel.queries.map((_, i) => plans[i]?.expr ?? ''));
  const isAsked = isActive && state.state === 'ready' && state.error === null && data.results.some(lacksNow);
  const whole = isAsked ? data.results.filter(lacksAll).map(({ query }) => panel.queries.indexOf(query)) : [];
  const ask = <T>(signal: AbortSignal, question: (finder: typeof import('./lookForSamples.ts')) => Promise<T>) =>
    dataSource.queue.run(inBackground, signal, async () => question(await import('./lookForSamples.ts')));
  const { data: down } = useQuery({
    queryKey: ['down', dataSource.id],
    enabled: isAsked,
    staleTime: WORTH_ASKING_AGAIN,
    refetchInterval: WORTH_ASKING_AGAIN,
    queryFn: ({ signal }) => ask(signal, ({ findDown }) => findDown(dataSource.client, signal)),
  });
  const { data: found } = useQuery({
    queryKey: ['absence', dataSource.id, whole.map((i) => exprs[i])],
    enabled: whole.length > 0,
    gcTime: 0,
    queryFn: ({ signal }) =>
      ask(signal, ({ findAbsences }) =>
        findAbsences(
          dataSource.client,
          whole.flatMap((i) => plans[i] ?? []),
          signal,
        ),
      ),
  });
  return useMemo(() => {
    if (!data.results.some(lacksNow) || (down === undefined && found === undefined)) return { data, endedAt: null };
    const results = data.results.map((result): PanelResult => {
      const absence = lacksAll(result) ? found?.get(exprs[panel.queries.indexOf(result.query)] ?? '') : undefined;
      return absence === undefined ? result : { ...result, absence };
    });
    return { data: { ...data, results, down }, endedAt: endOf(results.map(({ absence }) => absence)) };
  }, [panel, data, exprs, down, found]);
}

/** When the last of the queries ended; null while one goes on, or is absent for another reason. */
function endOf(absences: readonly (Absence | undefined)[]): number | null {
  const ends = absences.map((absence) => (absence && absence.kind !== 'absent' ? absence.at : null));
  const known = ends.filter((at) => at !== null);
  return known.length > 0 && known.length === ends.length ? Math.max(...known) : null;
}
