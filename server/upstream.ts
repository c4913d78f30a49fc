import { Agent as HttpAgent, type IncomingMessage, request as requestHttp } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import type { Readable } from 'node:stream';
import type { Connection } from './dataSource.ts';

export interface UpstreamRequest {
  readonly method: string;
  /** Below the server's address, with the query string: `api/v1/query?query=up`. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | null;
  /** Ends the request, and its answer when that has begun. */
  readonly signal: AbortSignal;
}

/** An answer with its head; its body is still to be read. */
export type UpstreamAnswer = Readable & Pick<IncomingMessage, 'statusCode' | 'headers'>;

/** The way to one server. */
export interface Upstream {
  /** Rejects with Node's network errors, and when the signal aborts. */
  send(request: UpstreamRequest): Promise<UpstreamAnswer>;
  close(): void;
}

/** A pool of connections to a server. */
export function createUpstream({ url, headers, ca }: Connection): Upstream {
  const isHttps = url.protocol === 'https:';
  const agent = isHttps
    ? new HttpsAgent({ keepAlive: true, ...(ca === null ? {} : { ca }) })
    : new HttpAgent({ keepAlive: true });
  const request = isHttps ? requestHttps : requestHttp;
  const base = url.href.replace(/\/$/, '');
  return {
    send: ({ method, path, headers: own, body, signal }) =>
      new Promise((resolve, reject) => {
        const length = body === null ? {} : { 'content-length': body.length };
        const options = { method, agent, signal, headers: { ...own, ...length, ...headers } };
        request(`${base}/${path}`, options, resolve)
          .once('error', reject)
          .end(body ?? undefined);
      }),
    close: () => agent.destroy(),
  };
}
