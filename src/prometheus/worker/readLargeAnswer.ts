import type { Asked } from '../decode/query.ts';
import type { QueryResult } from '../types.ts';
import type { ReadOptions } from './protocol.ts';
import { createSlicedDecoder } from './slicedDecoder.ts';
import { openThreadDecoder } from './threadDecoder.ts';

interface LargeAnswer {
  readonly reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>;
  /** What has been read already. */
  readonly pieces: readonly Uint8Array<ArrayBuffer>[];
  readonly asked: Asked;
  readonly options: ReadOptions;
}

/** Reads the rest of an answer into a decoder, up to the limits; then the rest is not even downloaded. */
export async function readLargeAnswer({ reader, pieces, asked, options }: LargeAnswer): Promise<QueryResult> {
  const { maxSeries, maxBytes, decodeThread, signal } = options;
  const thread = await decodeThread();
  const job = { asked, maxSeries };
  const decoder = thread === null ? createSlicedDecoder(job) : openThreadDecoder(thread, job, signal);
  try {
    return await decoder.finish(await pump());
  } finally {
    decoder.close();
  }

  async function pump(): Promise<'whole' | 'cut'> {
    let size = 0;
    const takesMore = async (bytes: Uint8Array<ArrayBuffer>) => {
      signal.throwIfAborted();
      size += bytes.byteLength;
      return size <= maxBytes && (await decoder.push(bytes));
    };
    try {
      for (const bytes of pieces) if (!(await takesMore(bytes))) return 'cut';
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return 'whole';
        if (!(await takesMore(value))) return 'cut';
      }
    } finally {
      // Not awaited: a stream that has been cloned is done only when its twin is. What it fails with concerns nobody.
      reader.cancel().catch(() => {});
    }
  }
}
