import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import { useServices } from '../../data/services/services.tsx';
import { Button } from '../../ui/Button.tsx';
import { useAppReady } from '../../ui/useAppReady.ts';
import { decodeExplored, type Explored, encodeExplored } from '../../view/explored.ts';
import type { ServerPageProps } from '../frame/ServerPage.tsx';
import { AddToDashboard } from './AddToDashboard.tsx';
import styles from './Explore.module.css';
import { completionClient } from './editor/completion.ts';
import type { EditorHandle } from './editor/PromqlEditor.tsx';
import { browserKeep, keepHistory } from './kept.ts';
import { MetricBrowser } from './MetricBrowser.tsx';
import { meteredSource } from './meteredSource.ts';
import { PastQueries } from './PastQueries.tsx';
import { QueryList } from './QueryList.tsx';
import { Results } from './Results.tsx';
import { useAsked } from './useAsked.ts';
import { type DraftQuery, emptyQuery, fresh, useDraft } from './useDraft.ts';
import { useTexts } from './useTexts.ts';

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
  const texts = useTexts();
  const [isBrowsing, setBrowsing] = useState(explored.queries.length === 0);
  const [isAdding, setAdding] = useState(false);
  useAppReady(true);

  const change = (patch: Partial<Explored>) => params.set(encodeExplored({ ...explored, ...patch }), 'push');
  const run = (queries: readonly DraftQuery[] = draft.queries) => {
    const next = { ...explored, queries: queries.filter(({ expr }) => expr.trim() !== '') };
    draft.ran(next);
    change(next);
    clock.refreshNow();
    const exprs = next.queries.flatMap(({ expr, isHidden }) => (isHidden ? [] : [expr.trim()]));
    keepHistory(browserKeep(), exprs, Date.now());
  };
  const insert = (text: string) => handle.current?.insert(text);
  const takeUp = (expr: string) =>
    draft.set((before) => {
      const [first] = before;
      const isUnused = before.length === 1 && first?.expr.trim() === '';
      const taken = fresh({ ...emptyQuery, expr });
      return isUnused ? [taken] : [...before, taken];
    });
  return (
    <>
      <QueryList
        draft={draft}
        asked={asked}
        source={source}
        completion={completion}
        onRun={run}
        handle={handle}
        now={clock.now}
      >
        <Button aria-expanded={isBrowsing} onClick={() => setBrowsing(!isBrowsing)}>
          {texts.browser.open}
        </Button>
        <PastQueries onPick={takeUp} />
        {explored.queries.length > 0 && <Button onClick={() => setAdding(true)}>{texts.dashboard.open}</Button>}
      </QueryList>
      {isBrowsing && (
        <section className={styles.browser} aria-label={texts.browser.label}>
          <MetricBrowser dataSource={dataSource} onInsert={insert} />
        </section>
      )}
      {isAdding && <AddToDashboard explored={explored} onClose={() => setAdding(false)} />}
      <Results {...props} explored={explored} source={source} asked={asked} onPlans={onPlans} onChange={change} />
    </>
  );
}
