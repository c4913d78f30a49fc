import {
  type DefaultedQueryObserverOptions,
  notifyManager,
  type QueryClient,
  QueryObserver,
  type QueryObserverOptions,
  type QueryObserverResult,
  useQueryClient,
} from '@tanstack/react-query';
import { useEffect, useMemo, useReducer } from 'react';

type Asked<T> = DefaultedQueryObserverOptions<T>;

/**
 * The results of a list of queries that may be another, and of another length, at each drawing; worth memoizing. The same as
 * react-query's `useQueries`, which tells a list anew that has just been drawn whenever it asks something else: at each tick
 * that would draw all panels twice before their answers come.
 */
export function useResults<T>(queries: readonly QueryObserverOptions<T>[]): readonly QueryObserverResult<T>[] {
  const client = useQueryClient();
  const watch = useMemo(() => createWatch<T>(client), [client]);
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  const asked = useMemo(
    // What is asked as soon as it is drawn is drawn as being asked.
    () =>
      queries.map((query): Asked<T> => ({ ...client.defaultQueryOptions(query), _optimisticResults: 'optimistic' })),
    [client, queries],
  );
  const results = watch.read(asked);
  useEffect(() => watch.follow(asked, redraw), [watch, asked]);
  useEffect(() => watch.stop, [watch]);
  return results;
}

/** An observer for each place of the list, which it keeps while what is asked there changes. */
function createWatch<T>(client: QueryClient) {
  let observers: QueryObserver<T>[] = [];
  const observerAt = (i: number, options: Asked<T>): QueryObserver<T> => {
    const observer = observers[i] ?? new QueryObserver<T>(client, options);
    observers[i] = observer;
    return observer;
  };
  return {
    /** What is known of them, and whether it is being asked or will be, for the drawing. */
    read: (queries: readonly Asked<T>[]) => queries.map((query, i) => observerAt(i, query).getOptimisticResult(query)),
    /** Asks them, and nothing else any more. `changed` is called when there is another thing to be drawn. */
    follow(queries: readonly Asked<T>[], changed: () => void): void {
      // Backwards: what has moved up has its new place before it leaves the old one, and goes on being asked.
      for (const [i, query] of [...queries.entries()].reverse()) {
        const observer = observerAt(i, query);
        observer.setOptions(query);
        if (!observer.hasListeners()) observer.subscribe(notifyManager.batchCalls(changed));
      }
      for (const observer of observers.splice(queries.length)) observer.destroy();
    },
    stop(): void {
      for (const observer of observers) observer.destroy();
      observers = [];
    },
  };
}
