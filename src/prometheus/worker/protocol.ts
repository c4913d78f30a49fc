import type { Asked } from '../decode/query.ts';
import type { QueryResult } from '../types.ts';

/** Begins a job, to the thread, together with the port over which the rest of it goes. */
export interface Job {
  readonly asked: Asked;
  readonly maxSeries: number;
}

/** To the thread: the next bytes, or the end of them. Each is answered before the next is sent. */
export type ToThread = { readonly bytes: Uint8Array<ArrayBuffer> } | { readonly end: 'whole' | 'cut' };

/** From the thread: whether more bytes are wanted, or how it ended. */
export type FromThread =
  | { readonly isMoreWanted: boolean }
  | { readonly result: QueryResult }
  /** `path` null: not JSON at all. */
  | { readonly problem: { readonly path: string | null; readonly message: string } };
