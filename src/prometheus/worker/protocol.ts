import type { Asked } from '../decode/query.ts';
import type { PrometheusError } from '../errors.ts';
import type { InstantQuery, QueryResult, RangeQuery } from '../types.ts';

/** A thread that runs `decodeWorker.ts`, a Web Worker in the browser. */
export type DecodeThread = Pick<Worker, 'postMessage' | 'addEventListener' | 'removeEventListener'>;

export interface ReadOptions {
  /** Series that are kept. */
  readonly maxSeries: number;
  /** Bytes that are read. */
  readonly maxBytes: number;
  readonly decodeThread: () => Promise<DecodeThread | null>;
  readonly signal: AbortSignal;
}

/** To the thread, together with a port: asks the server at this address what comes over the port. */
export interface AskingPost {
  readonly baseUrl: string;
}

/** Over that port: a question with its number, or the number of one that nobody waits for any more. */
export type ToAsker = { readonly id: number; readonly query: InstantQuery | RangeQuery } | { readonly drop: number };

/** Back over it, how the question of that number ended. */
export type FromAsker = { readonly id: number } & (
  | { readonly result: QueryResult }
  | { readonly failure: Pick<PrometheusError, 'kind' | 'status' | 'detail' | 'url' | 'path'> }
);

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

/** A decoder that leaves the page free to answer its viewer meanwhile. */
export interface AsyncDecoder {
  /** Takes the next bytes; false when no more are wanted. */
  push(bytes: Uint8Array<ArrayBuffer>): Promise<boolean>;
  /** Rejects with DecodeError or SyntaxError. */
  finish(end: 'whole' | 'cut'): Promise<QueryResult>;
  close(): void;
}
