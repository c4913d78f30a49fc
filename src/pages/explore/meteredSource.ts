import type { DataSource } from '../../data/source/dataSource.ts';
import { createPrometheusClient } from '../../prometheus/client.ts';
import type { QueryPlan } from '../../prometheus/plan.ts';
import type { QueryResult } from '../../prometheus/types.ts';

/** A data source whose queries are asked whole, with what they cost. */
export interface MeteredSource {
  readonly dataSource: DataSource;
  /** Where the server's API is. */
  readonly baseUrl: string;
  /** Bytes of an answer, decompressed; null where it is none of this source's. */
  bytesOf(result: QueryResult): number | null;
}

/** The same server, but each plan is asked as it is: what a tail of it costs would say nothing of the query. */
export function meteredSource(dataSource: DataSource, baseUrl: string): MeteredSource {
  const bytes = new WeakMap<QueryResult, number>();
  const ask = async (plan: QueryPlan, signal?: AbortSignal) => {
    const meter = meteredFetch();
    const client = createPrometheusClient({
      baseUrl,
      fetch: meter.fetch,
      decodeThread: async () => (await import('../../data/source/decodeThread.ts')).decodeThread(),
    });
    const result =
      plan.kind === 'range'
        ? await client.queryRange({ ...plan, stats: true }, signal)
        : await client.query({ ...plan, stats: true }, signal);
    bytes.set(result, meter.bytes());
    return result;
  };
  return {
    baseUrl,
    dataSource: { ...dataSource, ranges: { fetch: ask } },
    bytesOf: (result) => bytes.get(result) ?? null,
  };
}

/** A `fetch` that counts the bytes of what it brings. */
function meteredFetch(): { readonly fetch: typeof globalThis.fetch; readonly bytes: () => number } {
  let bytes = 0;
  const counting = () =>
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(chunk, controller) {
        bytes += chunk.byteLength;
        controller.enqueue(chunk);
      },
    });
  return {
    fetch: async (input, init) => {
      const response = await globalThis.fetch(input, init);
      if (response.body === null) return response;
      const { status, statusText, headers } = response;
      return new Response(response.body.pipeThrough(counting()), { status, statusText, headers });
    },
    bytes: () => bytes,
  };
}
