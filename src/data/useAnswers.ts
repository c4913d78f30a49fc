import { useQueries } from '@tanstack/react-query';
import { useRef } from 'react';

/** Something to ask, as a value. */
export interface Question<T> {
  /** Equal keys are asked once, whoever asks. */
  readonly key: readonly unknown[];
  /** Questions of one subject differ in time only: the answer to an older one may stay on screen until the next comes. */
  readonly subject: string;
  readonly ask: (signal: AbortSignal) => Promise<T>;
}

export interface Answer<T> {
  /** The newest good answer on this subject; null before the first. */
  readonly value: T | null;
  /** Whether `value` answers this very question (and not an older one). */
  readonly isCurrent: boolean;
  /** Why this question has no answer; null while it is fine. */
  readonly error: unknown;
  readonly isFetching: boolean;
  readonly retry: () => void;
}

/**
 * Asks `questions` while `active`, and keeps the last good answer of each subject through loading and failure, so that
 * a screen is never blanked by a refresh. The list may change its length.
 */
export function useAnswers<T>(questions: readonly Question<T>[], active: boolean): readonly Answer<T>[] {
  const kept = useRef(new Map<string, T>());
  const results = useQueries({
    queries: questions.map((question) => ({
      queryKey: question.key,
      queryFn: ({ signal }: { signal: AbortSignal }) => question.ask(signal),
      enabled: active,
    })),
  });
  const subjects = new Set(questions.map((question) => question.subject));
  for (const subject of kept.current.keys()) if (!subjects.has(subject)) kept.current.delete(subject);
  return results.map((result, i) => {
    const subject = questions[i]?.subject ?? '';
    if (result.data !== undefined) kept.current.set(subject, result.data);
    return {
      value: kept.current.get(subject) ?? null,
      isCurrent: result.data !== undefined && !result.isError,
      error: result.error,
      isFetching: result.isFetching,
      retry: () => void result.refetch(),
    };
  });
}

/** `useAnswers` for one question; null asks nothing. */
export function useAnswer<T>(question: Question<T> | null, active = true): Answer<T> | null {
  return useAnswers(question === null ? [] : [question], active)[0] ?? null;
}
