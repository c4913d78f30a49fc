import { createStreamDecoder } from '../decode/streamDecoder.ts';
import type { AsyncDecoder, Job } from './protocol.ts';

/** Bytes that are decoded at once: a millisecond or so. A browser may hand over megabytes. */
const PIECE = 64 * 1024;
/** Milliseconds after which a viewer's input gets its turn. */
const SLICE = 8;

/** For hosts where no thread may be started: decodes here, and lets go of the page every few milliseconds. */
export function createSlicedDecoder({ asked, maxSeries }: Job): AsyncDecoder {
  const decoder = createStreamDecoder(asked, maxSeries);
  let since = performance.now();
  return {
    async push(bytes) {
      for (let at = 0; at < bytes.length; at += PIECE) {
        if (!decoder.push(bytes.subarray(at, at + PIECE))) return false;
        if (performance.now() - since < SLICE) continue;
        await new Promise((resolve) => setTimeout(resolve));
        since = performance.now();
      }
      return true;
    },
    finish: async (end) => decoder.finish(end === 'cut'),
    close() {},
  };
}
