import { Agent as HttpAgent, type IncomingMessage, request as requestHttp } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import type { Readable } from 'node:stream';
import type { Connection } from '../settings/dataSource.ts';

export interface UpstreamRequest {
  readonly method: string;
  /** Below the server's address, with the query string: `api/v1/query?query=up`. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | null;
  /** It only reads: sent twice, it does no more than sent once. */
  readonly isRead: boolean;
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
export function createUpstream({ url, headers, ca }: Pick<Connection, 'url' | 'headers' | 'ca'>): Upstream {
  const isHttps = url.protocol === 'https:';
  const agent = isHttps
    ? new HttpsAgent({ keepAlive: true, ...(ca === null ? {} : { ca }) })
    : new HttpAgent({ keepAlive: true });
  const request = isHttps ? requestHttps : requestHttp;
  const base = url.href.replace(/\/$/, '');
  const send = (sent: UpstreamRequest): Promise<UpstreamAnswer> =>
    new Promise((resolve, reject) => {
      const { method, path, headers: own, body, isRead, signal } = sent;
      const length = body === null ? {} : { 'content-length': body.length };
      const options = { method, agent, signal, headers: { ...own, ...length, ...headers } };
      const outgoing = request(`${base}/${path}`, options, resolve);
      outgoing
        .once('error', (error) => {
          // A server may close a connection that was kept in the very moment it is used again (RFC 9112, section 9.3.1).
          const isStale = outgoing.reusedSocket && 'code' in error && error.code === 'ECONNRESET';
          if (isStale && isRead && !signal.aborted) resolve(send(sent));
          else reject(error);
        })
        .end(body ?? undefined);
    });
  return { send, close: () => agent.destroy() };
}
