import type { PrometheusClient } from '../client.ts';
import { PrometheusError } from '../errors.ts';
import type { InstantQuery, QueryResult, RangeQuery } from '../types.ts';
import type { DecodeThread, FromAsker, ToAsker } from './protocol.ts';

type Asking = Pick<PrometheusClient, 'query' | 'queryRange'>;

interface Waiting {
  readonly resolve: (result: QueryResult) => void;
  readonly reject: (error: unknown) => void;
}

/** The thread has broken, and with it what it was asking. */
export class BrokenThread extends Error {}

/**
 * Asks the server at `baseUrl` (absolute) in a thread: sending, reading and decoding cost the page nothing but a message
 * each way. Rejects as a client does, and with BrokenThread when the thread breaks.
 */
export function openAskingClient(thread: DecodeThread, baseUrl: string): Asking {
  const { port1: port, port2 } = new MessageChannel();
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let isBroken = false;
  port.onmessage = ({ data }: MessageEvent<FromAsker>) => {
    const waits = waiting.get(data.id);
    if ('result' in data) waits?.resolve(data.result);
    else waits?.reject(new PrometheusError(data.failure.kind, data.failure));
  };
  thread.addEventListener('error', () => {
    isBroken = true;
    for (const { reject } of waiting.values()) reject(new BrokenThread());
  });
  thread.postMessage({ baseUrl }, [port2]);
  const send = (message: ToAsker) => port.postMessage(message);

  async function ask(query: InstantQuery | RangeQuery, signal: AbortSignal | undefined): Promise<QueryResult> {
    if (signal?.aborted) throw new PrometheusError('aborted');
    if (isBroken) throw new BrokenThread();
    const id = ++last;
    const drop = () => send({ drop: id });
    signal?.addEventListener('abort', drop);
    try {
      return await new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        send({ id, query });
      });
    } finally {
      waiting.delete(id);
      signal?.removeEventListener('abort', drop);
    }
  }
  return { query: ask, queryRange: ask };
}
