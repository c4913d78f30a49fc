import type { PrometheusClient } from '@prometheus-io/codemirror-promql';
import { type ReactNode, type RefObject, useImperativeHandle, useRef } from 'react';
import { Button } from '../../ui/Button.tsx';
import styles from './Explore.module.css';
import type { EditorHandle } from './editor/PromqlEditor.tsx';
import type { MeteredSource } from './meteredSource.ts';
import { type QueryActions, QueryRow } from './QueryRow.tsx';
import type { Asked } from './useAsked.ts';
import { type DraftQueries, emptyQuery, fresh } from './useDraft.ts';
import { useTexts } from './useTexts.ts';

interface QueryListProps {
  readonly draft: DraftQueries;
  readonly asked: readonly Asked[];
  readonly source: MeteredSource;
  readonly completion: PrometheusClient;
  readonly onRun: (queries?: DraftQueries['queries']) => void;
  /** The server's time, epoch ms. */
  readonly now: number;
  /** Further things to do, beside the button that runs. */
  readonly children: ReactNode;
  /** The editor that last had the focus, or the first. */
  readonly handle: RefObject<EditorHandle | null>;
}

/** The queries that are being written. */
export function QueryList({ draft, asked, source, completion, onRun, handle, now, children }: QueryListProps) {
  const texts = useTexts();
  const { queries, set } = draft;
  const handles = useRef(new Map<number, RefObject<EditorHandle | null>>());
  const handleOf = (id: number) => {
    const known = handles.current.get(id) ?? { current: null };
    handles.current.set(id, known);
    return known;
  };
  const focused = useRef<number | null>(null);
  useImperativeHandle(handle, () => {
    // Looked for when it is needed: the query that had the focus may be gone.
    const editor = () => {
      const had = focused.current === null ? null : handleOf(focused.current).current;
      return had ?? (queries[0] ? handleOf(queries[0].id).current : null);
    };
    return { insert: (text) => editor()?.insert(text), focus: () => editor()?.focus() };
  });
  const actions: QueryActions = {
    run: () => onRun(),
    runAlone: (expr) => {
      const next = [...queries.map((query) => ({ ...query, isHidden: true })), fresh({ ...emptyQuery, expr })];
      set(() => next);
      onRun(next);
    },
    change: (id, patch) => set((before) => before.map((query) => (query.id === id ? { ...query, ...patch } : query))),
    duplicate: (id) => set((before) => before.flatMap((query) => (query.id === id ? [query, fresh(query)] : [query]))),
    remove: (id) =>
      set((before) => {
        const left = before.filter((query) => query.id !== id);
        return left.length === 0 ? [fresh(emptyQuery)] : left;
      }),
    move: (id, by) =>
      set((before) => {
        const at = before.findIndex((query) => query.id === id);
        const moved = before[at];
        return moved === undefined ? before : before.toSpliced(at, 1).toSpliced(at + by, 0, moved);
      }),
  };
  return (
    <>
      <ol className={styles.queries} aria-label={texts.queries}>
        {queries.map((query, i) => (
          <QueryRow
            key={query.id}
            query={query}
            number={i + 1}
            count={queries.length}
            asked={asked.find((one) => isSame(one, query)) ?? null}
            source={source}
            completion={completion}
            actions={actions}
            handle={handleOf(query.id)}
            now={now}
            onFocus={() => {
              focused.current = query.id;
            }}
          />
        ))}
      </ol>
      <div className={styles.actions}>
        <Button look="primary" icon="play" title={texts.runHint} onClick={() => onRun()}>
          {texts.run}
        </Button>
        <Button onClick={() => set((before) => [...before, fresh(emptyQuery)])}>{texts.add}</Button>
        {children}
        <p className={styles.note}>{texts.editorHint}</p>
      </div>
    </>
  );
}

const isSame = ({ query }: Asked, { expr, mode, isHidden }: DraftQueries['queries'][number]) =>
  query.expr === expr && query.mode === mode && !isHidden;
