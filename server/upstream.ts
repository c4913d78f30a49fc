import { Agent as HttpAgent, type IncomingMessage, request as requestHttp } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import type { DataSourceSettings } from './dataSource.ts';

export interface UpstreamRequest {
  readonly method: string;
  /** Below the data source's address, with the query string: `api/v1/query?query=up`. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | null;
  /** Ends the request, and its answer when that has begun. */
  readonly signal: AbortSignal;
}

/** A pool of connections to one data source. */
export interface Upstream {
  /** Resolves with the head of the answer; its body is still to be read. Rejects with Node's network errors. */
  send(request: UpstreamRequest): Promise<IncomingMessage>;
  close(): void;
}

export function createUpstream({ url, headers, ca }: DataSourceSettings): Upstream {
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
