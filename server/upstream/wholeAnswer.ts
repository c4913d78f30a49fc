import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Dialect } from './dialect.ts';
import type { UpstreamAnswer } from './upstream.ts';

/** What a server adds to an answer that lacks something. As a label's name or value it stands before no list and no `true`. */
const partial = /"isPartial"\s*:\s*true|"warnings"\s*:\s*\[\s*[^\]\s]/;
/** Characters that are read again with the next piece, since what is searched for may lie across both. */
const SEAM = 64;

async function* unpacked(chunks: readonly Buffer[], encoding: string | undefined): AsyncGenerator<Buffer> {
  if (encoding === undefined || encoding === 'identity') yield* chunks;
  else if (encoding === 'gzip') {
    // What goes wrong comes out of the last of them.
    yield* pipeline(Readable.from(chunks), createGunzip(), () => {});
  } else throw new Error(`${encoding} cannot be read`);
}

/**
 * Whether an answer may be given again: a success, complete to its last byte, not partial by its own words, and not one that
 * its server wants nobody to keep. It is read piece by piece, unpacked, and never held unpacked as a whole.
 */
export async function isWhole(
  { statusCode, headers }: UpstreamAnswer,
  chunks: readonly Buffer[],
  whole: Dialect['whole'],
): Promise<boolean> {
  if (whole === null || statusCode !== 200 || /no-store|private/i.test(headers['cache-control'] ?? '')) return false;
  // An answer that ends with its connection cannot be told from one that was broken off.
  if (headers['content-length'] === undefined && headers['transfer-encoding'] === undefined) return false;
  let text = '';
  let isFirst = true;
  try {
    for await (const chunk of unpacked(chunks, headers['content-encoding'])) {
      text = text.slice(-SEAM) + chunk.toString('latin1');
      if ((isFirst && !whole.opening.test(text)) || partial.test(text)) return false;
      isFirst = false;
    }
  } catch {
    return false;
  }
  return whole.ending.test(text);
}
