import { DecodeError } from '../errors.ts';
import type { AsyncDecoder, DecodeThread, FromThread, Job, ToThread } from './protocol.ts';

/** Decodes on another thread, over a port of its own. What waits, and what comes after, rejects when `signal` aborts or the thread breaks. */
export function openThreadDecoder(thread: DecodeThread, job: Job, signal: AbortSignal): AsyncDecoder {
  const { port1: port, port2 } = new MessageChannel();
  let answered: (message: FromThread) => void = () => {};
  let failed: (reason: unknown) => void = () => {};
  let stopped: Error | null = null;
  const abort = () => failed(signal.reason);
  // Nothing may wait just then: what comes next is to know.
  const broke = () => {
    stopped = new Error('the thread that decodes answers has stopped');
    failed(stopped);
  };
  port.onmessage = ({ data }: MessageEvent<FromThread>) => answered(data);
  signal.addEventListener('abort', abort);
  thread.addEventListener('error', broke);
  thread.postMessage(job, [port2]);

  function exchange(message: ToThread, transfer: ArrayBuffer[] = []): Promise<FromThread> {
    return new Promise((resolve, reject) => {
      signal.throwIfAborted();
      if (stopped !== null) throw stopped;
      answered = resolve;
      failed = reject;
      port.postMessage(message, transfer);
    });
  }

  return {
    async push(bytes) {
      // Bytes that share their buffer with others are copied.
      const isAlone = bytes.byteLength === bytes.buffer.byteLength;
      const answer = await exchange({ bytes }, isAlone ? [bytes.buffer] : []);
      return 'isMoreWanted' in answer && answer.isMoreWanted;
    },
    async finish(end) {
      const answer = await exchange({ end });
      if ('result' in answer) return answer.result;
      const { path, message } = 'problem' in answer ? answer.problem : { path: null, message: '' };
      throw path === null ? new SyntaxError(message) : new DecodeError(path, message);
    },
    close() {
      signal.removeEventListener('abort', abort);
      thread.removeEventListener('error', broke);
      port.close();
    },
  };
}
