import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { inFront } from '../../data/asking/standing.ts';
import { dashboardQuery, usePacks } from '../../data/packs/usePacks.ts';
import { useMessages } from '../../data/services/messages.tsx';
import { type Services, useServices } from '../../data/services/services.tsx';
import type { DataSource } from '../../data/source/dataSource.ts';
import { paletteTexts } from '../../i18n/apart/palette.ts';
import type { Language } from '../../model/language.ts';
import type { PackSummary } from '../../model/pack.ts';
import { metricsQuery } from '../../pages/explore/metrics.ts';
import { describeError } from '../../prometheus/describe.ts';
import { alertEntries, boardEntries, type Entry, metricEntries, panelEntries, targetEntries } from './entries.ts';
import type { Group, GroupId } from './search.ts';

/** For so long, ms, lists of the server are good enough to search in. */
const FRESH = 30_000;

/** What a source has, and what it could not have, in words. */
interface Found {
  readonly entries: readonly Entry[];
  readonly missing: string | null;
}

const nothing: readonly Entry[] = [];

/** What can be found: boards at once; panels and what the server has from when `isAsked` on. */
export function useSources(dataSource: DataSource | null, isAsked: boolean): readonly Group[] {
  const { language, messages } = useMessages();
  const texts = paletteTexts[language];
  const client = useQueryClient();
  const services = useServices();
  const { packs, isPending, error } = usePacks();
  const boards = useMemo(() => boardEntries(packs, language), [packs, language]);
  const again = () => void client.refetchQueries({ queryKey: ['packs'] });
  const failure = error === null ? null : { text: describeError(error, messages.errors).title, retry: again };
  return [
    { id: 'boards', entries: boards, isOpen: true, isLoading: isPending, failure },
    useSource('panels', packs, isAsked, () => askPanels(client, services, packs, language)),
    useServerSource('alerts', dataSource, isAsked, async ({ client: server }, signal) =>
      alertEntries((await server.rules(signal)).data, texts.alert),
    ),
    useServerSource('targets', dataSource, isAsked, async ({ client: server }, signal) =>
      targetEntries((await server.targets('active', signal)).data.active, texts),
    ),
    useSource('metrics', dataSource?.id, isAsked && dataSource !== null, async () => {
      if (dataSource === null) return { entries: nothing, missing: null };
      return { entries: metricEntries(await client.fetchQuery(metricsQuery(dataSource))), missing: null };
    }),
  ];
}

/** The panels of all boards, as their files tell them; a file that cannot be had leaves out its own. */
async function askPanels(
  client: QueryClient,
  services: Services,
  packs: readonly PackSummary[],
  language: Language,
): Promise<Found> {
  const boards = packs.flatMap((pack) => pack.dashboards.map(({ id }) => ({ pack, id })));
  const asked = boards.map(async ({ pack, id }) => {
    const dashboard = await client.fetchQuery(dashboardQuery(services, pack.id, id));
    return panelEntries(pack, id, dashboard, language);
  });
  const told = await Promise.allSettled(asked);
  const failed = told.filter(({ status }) => status === 'rejected').length;
  return {
    entries: told.flatMap((one) => (one.status === 'fulfilled' ? one.value : nothing)),
    missing: failed === 0 ? null : paletteTexts[language].boardsFailed(failed),
  };
}

/** One list of a server, asked in its turn like all else. */
function useServerSource(
  id: GroupId,
  dataSource: DataSource | null,
  isAsked: boolean,
  ask: (dataSource: DataSource, signal: AbortSignal) => Promise<readonly Entry[]>,
): Group {
  return useSource(id, dataSource?.id, isAsked && dataSource !== null, async (signal) => {
    if (dataSource === null) return { entries: nothing, missing: null };
    const entries = await dataSource.queue.run(inFront, signal, () => ask(dataSource, signal));
    return { entries, missing: null };
  });
}

/** @param of what the source is about, besides the language */
function useSource(
  id: GroupId,
  of: unknown,
  isAsked: boolean,
  queryFn: (signal: AbortSignal) => Promise<Found>,
): Group {
  const { language, messages } = useMessages();
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['palette', id, of, language],
    enabled: isAsked,
    staleTime: FRESH,
    gcTime: FRESH,
    queryFn: ({ signal }) => queryFn(signal),
  });
  const text = error === null ? (data?.missing ?? null) : describeError(error, messages.errors).title;
  return {
    id,
    entries: data?.entries ?? nothing,
    isOpen: false,
    isLoading: isFetching,
    failure: text === null ? null : { text, retry: () => void refetch() },
  };
}
