import { formatDuration, parseDuration } from '../model/duration.ts';
import { carriedSearch } from './carriedSearch.ts';

/** One query of Explore. */
export interface ExploreQuery {
  readonly expr: string;
  /** Name of its series, with `{{label}}` places; '' for the labels that tell them apart. */
  readonly legend: string;
  /** Asked over the range, or at one time. */
  readonly mode: 'range' | 'instant';
  /** Kept, but not asked. */
  readonly isHidden: boolean;
}

export const displays = ['graph', 'table', 'raw'] as const;
export type Display = (typeof displays)[number];

/** What was run on Explore, as its URL has it beside what every page has there. */
export interface Explored {
  /** None has an empty expression. */
  readonly queries: readonly ExploreQuery[];
  /** Ms; null for what fits the width. */
  readonly step: number | null;
  /** Time of instant queries, epoch ms; null for the end of the range. */
  readonly at: number | null;
  readonly display: Display;
}

/** The keys of the URL that belong to Explore, with their values. */
export type ExploredKeys = Readonly<
  Record<'expr' | 'legend' | 'mode' | 'hide' | 'step' | 'at' | 'show', readonly string[]>
>;

/**
 * The keys of the URL for what was run. `expr` stands once for each query; `legend`, `mode` and `hide` are lists in the same
 * order, cut where only defaults follow. `decodeExplored` reads them back.
 */
export function encodeExplored({ queries, step, at, display }: Explored): ExploredKeys {
  return {
    expr: queries.map(({ expr }) => expr),
    legend: cut(queries.map(({ legend }) => legend)),
    mode: cut(queries.map(({ mode }) => (mode === 'range' ? '' : mode))),
    hide: cut(queries.map(({ isHidden }) => (isHidden ? '1' : ''))),
    step: step === null ? [] : [formatDuration(step)],
    at: at === null ? [] : [String(at)],
    show: display === 'graph' ? [] : [display],
  };
}

function cut(values: readonly string[]): readonly string[] {
  return values.slice(0, values.findLastIndex((value) => value !== '') + 1);
}

/** Reads what was run out of the keys of a URL. What cannot be read is as by default. */
export function decodeExplored(all: (key: keyof ExploredKeys) => readonly string[]): Explored {
  const [legends, modes, hidden] = [all('legend'), all('mode'), all('hide')];
  const step = parseDuration(all('step')[0] ?? '');
  const [at = ''] = all('at');
  return {
    queries: all('expr').flatMap((expr, i): ExploreQuery[] => {
      if (expr.trim() === '') return [];
      const mode = modes[i] === 'instant' ? 'instant' : 'range';
      return [{ expr, legend: legends[i] ?? '', mode, isHidden: hidden[i] === '1' }];
    }),
    step: step !== null && step > 0 ? step : null,
    at: /^\d{1,15}$/.test(at) ? Number(at) : null,
    display: displays.find((display) => display === all('show')[0]) ?? 'graph',
  };
}

/**
 * Address of Explore with these queries, over the range and the server of a page.
 * @param search the page's query string
 * @param from the start of its range where the query string does not say
 */
export function exploreAddress(queries: readonly ExploreQuery[], search: string, from: string): string {
  const params = new URLSearchParams(carriedSearch(search));
  if (!params.has('from')) params.set('from', from);
  const keys = encodeExplored({ queries, step: null, at: null, display: 'graph' });
  for (const [key, values] of Object.entries(keys)) for (const value of values) params.append(key, value);
  return `/explore?${params}`;
}
