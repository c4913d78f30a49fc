import { createPrometheusClient, type PrometheusClient } from '../client.ts';
import { PrometheusError } from '../errors.ts';
import type { AskingPost, FromAsker, ToAsker } from './protocol.ts';
import { buffersOf } from './serveJob.ts';

/** Asks a server what comes over a port, and sends back the answers, their columns without copying them. */
export function serveAsking(
  { baseUrl }: AskingPost,
  port: MessagePort,
  client: Pick<PrometheusClient, 'query' | 'queryRange'> = createPrometheusClient({ baseUrl }),
): void {
  const asked = new Map<number, AbortController>();
  port.onmessage = async ({ data }: MessageEvent<ToAsker>) => {
    if ('drop' in data) {
      asked.get(data.drop)?.abort();
      return;
    }
    const { id, query } = data;
    const controller = new AbortController();
    asked.set(id, controller);
    try {
      const { signal } = controller;
      const result = await ('step' in query ? client.queryRange(query, signal) : client.query(query, signal));
      post(port, { id, result }, new Set(buffersOf(result.frame)));
    } catch (error) {
      post(port, { id, failure: failureOf(error) });
    }
    asked.delete(id);
  };
}

function post(port: MessagePort, message: FromAsker, buffers: Iterable<ArrayBufferLike> = []): void {
  port.postMessage(message, { transfer: [...buffers].filter((buffer) => buffer instanceof ArrayBuffer) });
}

function failureOf(error: unknown): Extract<FromAsker, { failure: unknown }>['failure'] {
  const known = error instanceof PrometheusError ? error : new PrometheusError('malformed', { detail: String(error) });
  const { kind, status, detail, url, path } = known;
  return { kind, status, detail, url, path };
}
