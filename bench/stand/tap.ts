import { Agent, createServer, type IncomingMessage, type ServerResponse, request as send } from 'node:http';
import * as v from 'valibot';
import { listen } from '../../scripts/lab/listen.ts';

/** A query that reached Prometheus, as it was asked. */
export interface TappedQuery {
  readonly endpoint: 'query' | 'query_range';
  readonly form: URLSearchParams;
  /** Bytes of the answer's body, compressed as it came. */
  readonly bytes: number;
}

/** A proxy before Prometheus that remembers the queries that pass. */
export interface Tap {
  readonly url: string;
  /** The queries since the last call. */
  take(): readonly TappedQuery[];
  /** How many samples Prometheus reads to answer these, by its own count (`stats=all`: `totalQueryableSamples`). */
  samplesOf(queries: readonly TappedQuery[]): Promise<number>;
  stop(): Promise<void>;
}

const statsReply = v.object({
  data: v.object({ stats: v.object({ samples: v.object({ totalQueryableSamples: v.number() }) }) }),
});

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function endpointOf(url: URL): TappedQuery['endpoint'] | null {
  if (url.pathname === '/api/v1/query_range') return 'query_range';
  return url.pathname === '/api/v1/query' ? 'query' : null;
}

/** Starts a tap before the Prometheus at this address. */
export async function startTap(prometheus: string): Promise<Tap> {
  const agent = new Agent({ keepAlive: true });
  let seen: TappedQuery[] = [];

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', prometheus);
    const body = await bodyOf(request);
    const onward = send(url, { method: request.method, headers: { ...request.headers, host: url.host }, agent });
    const hangUp = () => onward.destroy();
    response.once('close', hangUp);
    onward.once('error', () => response.destroy());
    onward.once('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      let bytes = 0;
      answer.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
      });
      answer.once('end', () => {
        response.off('close', hangUp);
        const endpoint = endpointOf(url);
        const form = request.method === 'POST' ? new URLSearchParams(body.toString()) : url.searchParams;
        if (endpoint !== null) seen.push({ endpoint, form, bytes });
      });
      answer.pipe(response);
    });
    onward.end(body);
  }

  const server = createServer((request, response) => {
    pass(request, response).catch(() => response.destroy());
  });
  const { address, stop } = await listen(server);

  async function samplesOf({ endpoint, form }: TappedQuery): Promise<number> {
    const body = new URLSearchParams(form);
    body.set('stats', 'all');
    const answer = await fetch(`${prometheus}/api/v1/${endpoint}`, { method: 'POST', body });
    return v.parse(statsReply, await answer.json()).data.stats.samples.totalQueryableSamples;
  }

  return {
    url: `http://${address}`,
    take() {
      const taken = seen;
      seen = [];
      return taken;
    },
    async samplesOf(queries) {
      let total = 0;
      for (const query of queries) total += await samplesOf(query);
      return total;
    },
    async stop() {
      await stop();
      agent.destroy();
    },
  };
}
