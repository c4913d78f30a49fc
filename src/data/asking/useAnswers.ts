import type { QueryFunctionContext, QueryObserverResult } from '@tanstack/react-query';
import { useMemo, useReducer, useRef } from 'react';
import { PrometheusError } from '../../prometheus/errors.ts';
import type { Standing } from '../../prometheus/requestQueue.ts';
import { useStableList } from '../useStable.ts';
import { ranks, standingOf } from './standing.ts';
import { useResults } from './useResults.ts';

/** Something to ask, as a value. */
export interface Question<T> {
  /** Equal keys are asked once, whoever asks. */
  readonly key: readonly unknown[];
  /** Questions of one subject differ in time only: the answer to an older one may stay on screen until the next comes. */
  readonly subject: string;
  /** An answer that was kept will not do, not even the page's own to this very question. */
  readonly isFresh?: boolean;
  /**
   * `standing` tells the page's queue how much the answer is waited for, and by whom at all; `isRetry` that the viewer asks
   * once more.
   */
  readonly ask: (signal: AbortSignal, standing: Standing, isRetry?: boolean) => Promise<T>;
}

export interface Answer<T> {
  /** The newest good answer on this subject; null before the first. */
  readonly value: T | null;
  /** Whether `value` answers this very question (and not an older one). */
  readonly isCurrent: boolean;
  /** Why the newest question on this subject that was settled has no answer; null while it is fine. */
  readonly error: unknown;
  readonly isFetching: boolean;
  readonly retry: () => void;
}

/** What came of the questions on one subject. */
type Outcome<T> = Pick<Answer<T>, 'value' | 'error'>;

/**
 * Asks `questions` while `active`, and keeps the last good answer of each subject through loading and failure, and a failure until
 * the next answer, so that a screen is never blanked by a refresh. The list may change its length. `rank` is read while a question waits for its
 * turn; what nobody active waits for any more is not asked.
 */
export function useAnswers<T>(
  questions: readonly Question<T>[],
  active: boolean,
  rank: () => number = foremost,
): readonly Answer<T>[] {
  const kept = useRef(new Map<string, Outcome<T>>());
  const isRetry = useRef(false);
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  const asked = useStableList(questions);
  const queries = useMemo(
    () =>
      asked.map((question) => ({
        queryKey: question.key,
        queryFn: ({ signal, client, queryKey }: QueryFunctionContext) =>
          question.ask(signal, standingOf(client, queryKey), isRetry.current),
        enabled: active,
        meta: { rank, isFresh: question.isFresh },
        notifyOnChangeProps: shown,
      })),
    [asked, active, rank],
  );
  const results = useResults<T>(queries);
  const subjects = new Set(questions.map((question) => question.subject));
  for (const subject of kept.current.keys()) if (!subjects.has(subject)) kept.current.delete(subject);
  return results.map((result, i) => {
    const subject = questions[i]?.subject ?? '';
    const outcome = outcomeOf(result, kept.current.get(subject));
    kept.current.set(subject, outcome);
    return {
      ...outcome,
      isCurrent: result.data !== undefined && !result.isError,
      isFetching: result.isFetching,
      retry: () => {
        // Who asks once more is shown that it is asked, also where it is anyway.
        kept.current.set(subject, { ...outcome, error: null });
        redraw();
        // Read at once, when the question is asked.
        isRetry.current = true;
        void result.refetch();
        isRetry.current = false;
      },
    };
  });
}

/** What is known of a subject now that its question has this result: what was known, until the question is settled. */
function outcomeOf<T>(
  { data, error, isError }: QueryObserverResult<T>,
  before: Outcome<T> = { value: null, error: null },
): Outcome<T> {
  const value = data === undefined ? before.value : data;
  if (isError && !isDropped(error)) return { value, error };
  return { value, error: data === undefined ? before.error : null };
}

/** What is read of a result. Named, since finding out costs more than asking. */
const shown: (keyof QueryObserverResult)[] = ['data', 'error', 'isError', 'isFetching'];

const foremost = () => ranks.inView;

/** Nobody waited for the answer, so it was not asked: no failure. It is asked again as soon as somebody does. */
export const isDropped = (error: unknown): boolean => error instanceof PrometheusError && error.kind === 'aborted';

/** `useAnswers` for one question; null asks nothing. */
export function useAnswer<T>(question: Question<T> | null, active = true): Answer<T> | null {
  return useAnswers(question === null ? [] : [question], active)[0] ?? null;
}
