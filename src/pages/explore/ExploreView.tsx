import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef } from 'react';
import { useServices } from '../../data/services.tsx';
import { useAppReady } from '../../ui/useAppReady.ts';
import { decodeExplored, type Explored, encodeExplored } from '../../view/explored.ts';
import type { ServerPageProps } from '../frame/ServerPage.tsx';
import { completionClient } from './editor/completion.ts';
import type { EditorHandle } from './editor/PromqlEditor.tsx';
import { meteredSource } from './meteredSource.ts';
import { QueryList } from './QueryList.tsx';
import { Results } from './Results.tsx';
import { useAsked } from './useAsked.ts';
import { type DraftQuery, useDraft } from './useDraft.ts';

/** Explore on one server: what is written, and what came of what was run. The URL says what was run. */
export function ExploreView(props: ServerPageProps) {
  const { dataSource, clock, params } = props;
  const { config } = useServices();
  const queryClient = useQueryClient();
  const source = useMemo(() => {
    const url = config.dataSources.find(({ id }) => id === dataSource.id)?.url;
    return meteredSource(dataSource, url ?? `/api/ds/${encodeURIComponent(dataSource.id)}`);
  }, [config, dataSource]);
  const completion = useMemo(() => completionClient(dataSource, queryClient), [dataSource, queryClient]);
  const explored = useMemo(() => decodeExplored(params.all), [params]);
  const draft = useDraft(explored);
  const { asked, onPlans } = useAsked(explored.queries, source);
  const handle = useRef<EditorHandle | null>(null);
  useAppReady(true);

  const change = (patch: Partial<Explored>) => params.set(encodeExplored({ ...explored, ...patch }), 'push');
  const run = (queries: readonly DraftQuery[] = draft.queries) => {
    const next = { ...explored, queries: queries.filter(({ expr }) => expr.trim() !== '') };
    draft.ran(next);
    change(next);
    clock.refreshNow();
  };
  return (
    <>
      <QueryList
        draft={draft}
        asked={asked}
        source={source}
        completion={completion}
        onRun={() => run()}
        handle={handle}
      />
      <Results {...props} explored={explored} source={source} asked={asked} onPlans={onPlans} onChange={change} />
    </>
  );
}
