import type { Series } from '../../model/frame.ts';
import { DecodeError } from '../errors.ts';
import type { QueryResult } from '../types.ts';
import { type Asked, decodeReply, decodeResult } from './query.ts';
import { decodeSeries, gridSize } from './rangeFrame.ts';
import { isList } from './samples.ts';
import { createSeriesSplitter } from './seriesSplitter.ts';

/** Decodes an answer piece by piece: the same as decoding it whole, with never more than one series of it as text. */
export interface StreamDecoder {
  /** Takes the next bytes; false when no more are wanted. Never throws: what is wrong is told at the end. */
  push(bytes: Uint8Array): boolean;
  /** `cut`: not all of the answer was pushed. Throws DecodeError or SyntaxError. */
  finish(cut: boolean): QueryResult;
}

/** Series beyond those that are kept are counted, not decoded, for so many bytes: enough for nearly every vector. */
const COUNTED_BYTES = 4 * 1024 * 1024;

export function createStreamDecoder(asked: Asked, maxSeries: number): StreamDecoder {
  const text = new TextDecoder();
  const kept = asked.kind === 'range' ? rangeSeries(asked, maxSeries) : instantSeries(asked, maxSeries);
  let failure: unknown = null;
  let begun = 0;
  const splitter = createSeriesSplitter((series, i) => {
    if (i >= maxSeries) return;
    begun++;
    if (failure !== null) return;
    try {
      kept.add(JSON.parse(series), i);
    } catch (error) {
      failure = error;
    }
  });
  let counted = 0;
  return {
    push(bytes) {
      const isBeyond = splitter.count() > maxSeries;
      splitter.push(text.decode(bytes, { stream: true }));
      if (isBeyond) counted += bytes.byteLength;
      return counted < COUNTED_BYTES;
    },
    finish(cut) {
      splitter.push(text.decode());
      const count = splitter.count();
      if (cut && count === 0) throw new DecodeError('data.result', 'too long, and not one series of it is whole');
      const reply: unknown = JSON.parse(cut ? splitter.closed() : splitter.rest());
      return decodeReply(reply, cut, (resultType, result) => {
        // A scalar, a text, an empty list.
        if (count === 0) return decodeResult(resultType, result, asked, maxSeries);
        if (!isList(result) || begun < Math.min(result.length, maxSeries)) {
          throw new DecodeError('data.result', 'not only series');
        }
        const frame = kept.frame(resultType);
        if (failure !== null) throw failure;
        return frame;
      });
    },
  };
}

/** Series of a range are put on the grid as they come. */
function rangeSeries(asked: Extract<Asked, { kind: 'range' }>, maxSeries: number) {
  const size = gridSize(asked.grid);
  const series: Series[] = [];
  return {
    add: (raw: unknown, i: number) => void series.push(decodeSeries(raw, `data.result.${i}`, asked.grid, size)),
    frame: (resultType: string) => ({ ...decodeResult(resultType, [], asked, maxSeries), series }),
  };
}

/** Samples of an instant answer have times of their own, so its grid is known when all of its series are. */
function instantSeries(asked: Extract<Asked, { kind: 'instant' }>, maxSeries: number) {
  const list: unknown[] = [];
  return {
    add: (raw: unknown) => void list.push(raw),
    frame: (resultType: string) => decodeResult(resultType, list, asked, maxSeries),
  };
}
