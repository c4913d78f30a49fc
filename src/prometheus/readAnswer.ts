import { type Asked, decodeQueryReply } from './decode/query.ts';
import type { QueryResult } from './types.ts';
import type { ReadOptions } from './worker/protocol.ts';

/**
 * Answers up to here are decoded at once, where they are: a thread would take longer to start, and not spare the page a
 * frame. docs/architecture.md has the figures.
 */
export const LARGE = 1024 * 1024;

/**
 * Reads the answer to a query. One that proves large while it comes is handed over, with what has come of it, to a decoder
 * that counts series as they come and stops the download at the limits. Throws DecodeError or SyntaxError.
 */
export async function readAnswer(response: Response, asked: Asked, options: ReadOptions): Promise<QueryResult> {
  const { body } = response;
  if (body === null) return decodeQueryReply(JSON.parse(await response.text()), asked, options.maxSeries);
  const reader = body.getReader();
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    pieces.push(value);
    size += value.byteLength;
    if (size > Math.min(LARGE, options.maxBytes)) {
      const { readLargeAnswer } = await import('./worker/readLargeAnswer.ts');
      return readLargeAnswer({ reader, pieces, asked, options });
    }
  }
  const decoder = new TextDecoder();
  const text = pieces.map((piece) => decoder.decode(piece, { stream: true })).join('') + decoder.decode();
  return decodeQueryReply(JSON.parse(text), asked, options.maxSeries);
}
