import { createStreamDecoder } from '../decode/streamDecoder.ts';
import type { AsyncDecoder, Job } from './protocol.ts';

/** Milliseconds after which a viewer's input gets its turn. */
const SLICE = 8;

/** For hosts where no thread may be started: decodes here, and lets go of the page every few milliseconds. */
export function createSlicedDecoder({ asked, maxSeries }: Job): AsyncDecoder {
  const decoder = createStreamDecoder(asked, maxSeries);
  let since = performance.now();
  return {
    async push(bytes) {
      const isMoreWanted = decoder.push(bytes);
      if (performance.now() - since > SLICE) {
        await new Promise((resolve) => setTimeout(resolve));
        since = performance.now();
      }
      return isMoreWanted;
    },
    finish: async (end) => decoder.finish(end === 'cut'),
    close() {},
  };
}
