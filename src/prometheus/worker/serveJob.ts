import type { Frame } from '../../model/frame.ts';
import { createStreamDecoder, type StreamDecoder } from '../decode/streamDecoder.ts';
import { DecodeError } from '../errors.ts';
import type { FromThread, Job, ToThread } from './protocol.ts';

/** Decodes one answer that comes over a port, and sends its columns back without copying them. */
export function serveJob({ asked, maxSeries }: Job, port: MessagePort): void {
  const decoder = createStreamDecoder(asked, maxSeries);
  port.onmessage = ({ data }: MessageEvent<ToThread>) => {
    if ('bytes' in data) return post(port, { isMoreWanted: decoder.push(data.bytes) });
    const last = finish(decoder, data.end === 'cut');
    post(port, last, 'result' in last ? buffersOf(last.result.frame) : []);
    port.close();
  };
}

function post(port: MessagePort, message: FromThread, transfer: ArrayBufferLike[] = []): void {
  port.postMessage(message, { transfer: transfer.filter((buffer) => buffer instanceof ArrayBuffer) });
}

function finish(decoder: StreamDecoder, cut: boolean): FromThread {
  try {
    return { result: decoder.finish(cut) };
  } catch (error) {
    const path = error instanceof DecodeError ? error.path : null;
    return { problem: { path, message: error instanceof Error ? error.message : String(error) } };
  }
}

/** All that a frame's columns are made of, to be handed over without copying. */
export function buffersOf({ times, series }: Frame): ArrayBufferLike[] {
  return [
    times.buffer,
    ...series.flatMap(({ values, present }) => (present === null ? [values.buffer] : [values.buffer, present.buffer])),
  ];
}
