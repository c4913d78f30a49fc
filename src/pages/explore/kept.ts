import * as v from 'valibot';
import type { ExploreQuery } from '../../view/explored.ts';

/** Where drafts and history are kept: the part of `localStorage` that is used; null where the browser lets nobody. */
export type Keep = Pick<Storage, 'getItem' | 'setItem'> | null;

export function browserKeep(): Keep {
  try {
    return localStorage;
  } catch {
    return null; // Blocked cookies, or a frame without an origin: even to look is refused.
  }
}

const query = v.object({
  expr: v.string(),
  legend: v.string(),
  mode: v.picklist(['range', 'instant']),
  isHidden: v.boolean(),
});

const draftSchema = v.object({
  /** The run (its keys of the URL as a text) that the queries were edited from. */
  run: v.string(),
  queries: v.array(query),
});

/** Queries as they were last edited. */
export interface Draft {
  readonly run: string;
  readonly queries: readonly ExploreQuery[];
}

const past = v.object({ expr: v.string(), at: v.number() });

/** An expression that was run, and when last, epoch ms. */
export type Past = v.InferOutput<typeof past>;

const draftKey = 'mirante.explore.draft';
const historyKey = 'mirante.explore.history';
const REMEMBERED = 100;

export function readDraft(keep: Keep): Draft | null {
  return read(keep, draftKey, draftSchema);
}

export function keepDraft(keep: Keep, draft: Draft): void {
  write(keep, draftKey, draft);
}

/** What was run on this device, newest first. */
export function readHistory(keep: Keep): readonly Past[] {
  return read(keep, historyKey, v.array(past)) ?? [];
}

/** Adds what is run at `at` (epoch ms), each expression once, and forgets what is beyond the last hundred. */
export function keepHistory(keep: Keep, exprs: readonly string[], at: number): readonly Past[] {
  const before = readHistory(keep).filter(({ expr }) => !exprs.includes(expr));
  const history = [...[...new Set(exprs)].map((expr) => ({ expr, at })), ...before].slice(0, REMEMBERED);
  write(keep, historyKey, history);
  return history;
}

function read<S extends v.GenericSchema>(keep: Keep, key: string, schema: S): v.InferOutput<S> | null {
  try {
    const result = v.safeParse(schema, JSON.parse(keep?.getItem(key) ?? 'null'));
    return result.success ? result.output : null;
  } catch {
    return null;
  }
}

function write(keep: Keep, key: string, value: unknown): void {
  try {
    keep?.setItem(key, JSON.stringify(value));
  } catch {
    // Full or refused: it holds until the page is left.
  }
}
