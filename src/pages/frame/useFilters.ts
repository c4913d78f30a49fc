import { useMemo } from 'react';
import type { Labels } from '../../model/labels.ts';
import { fitting, type Matcher, matcherText, parseMatcher } from '../../model/matcher.ts';
import type { ServerPageProps } from './ServerPage.tsx';

export interface Filters {
  readonly matchers: readonly Matcher[];
  readonly text: string;
  /** Whether something with these labels, and these other words, is to be shown. */
  readonly fits: (labels: Labels, words?: readonly string[]) => boolean;
  readonly setMatchers: (matchers: readonly Matcher[]) => void;
  readonly setText: (text: string) => void;
}

/** The filters of a page in its URL: each matcher as `match`, the text as `q`. What is no matcher there is passed over. */
export function useFilters(params: ServerPageProps['params']): Filters {
  return useMemo(() => {
    const matchers = params.all('match').flatMap((written) => parseMatcher(written) ?? []);
    const text = params.first('q');
    const fitsMatchers = fitting(matchers);
    const wanted = text.trim().toLowerCase();
    const has = (word: string) => word.toLowerCase().includes(wanted);
    return {
      matchers,
      text,
      fits: (labels, words = []) =>
        fitsMatchers(labels) && (wanted === '' || words.some(has) || Object.values(labels).some(has)),
      setMatchers: (next) => params.set({ match: next.map(matcherText) }, 'push'),
      setText: (next) => params.set({ q: next === '' ? [] : [next] }, 'replace'),
    };
  }, [params]);
}

/** The label names among these sets, most common first, and the values of each, by name. */
export function labelIndex(sets: readonly Labels[]): {
  readonly names: readonly string[];
  readonly valuesOf: (label: string) => readonly string[];
} {
  const values = new Map<string, Map<string, number>>();
  for (const labels of sets) {
    for (const [name, value] of Object.entries(labels)) {
      const known = values.get(name) ?? new Map<string, number>();
      known.set(value, (known.get(value) ?? 0) + 1);
      values.set(name, known);
    }
  }
  const total = (counts: ReadonlyMap<string, number>) => [...counts.values()].reduce((sum, count) => sum + count, 0);
  const names = [...values].sort(([, a], [, b]) => total(b) - total(a)).map(([name]) => name);
  return { names, valuesOf: (label) => [...(values.get(label)?.keys() ?? [])].sort() };
}
