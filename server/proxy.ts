import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from './dataSource.ts';
import { Problem } from './problem.ts';
import { checkReadOnly } from './readOnlyApi.ts';
import type { Upstream } from './upstream.ts';
import { checkAnswer, networkErrorCode, timedOut, unreachable } from './upstreamAnswer.ts';

/** Bytes of a POSTed form; a query of this length is a mistake. */
const LONGEST_BODY = 1024 * 1024;
/** Characters of a query string; longer ones are to be asked by POST. */
const LONGEST_QUERY = 16 * 1024;

/** The only headers of an answer that reach the viewer. */
const passedBack = ['content-type', 'content-encoding', 'cache-control'] as const;

type ProxyRequest = FastifyRequest<{ Params: { id: string; '*': string }; Body: Buffer | undefined }>;

/** The only headers of a request that reach the data source, apart from its own credentials. */
function forwardedHeaders(request: ProxyRequest): Record<string, string> {
  const acceptsGzip = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
  return {
    accept: 'application/json',
    // Nothing but gzip is understood by all the servers, and by the gateway when it reads an error.
    'accept-encoding': acceptsGzip ? 'gzip' : 'identity',
    ...(request.body ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
  };
}

/** The query string with its `?`, or ''. */
function queryOf(request: ProxyRequest): string {
  const at = request.url.indexOf('?');
  const query = at === -1 ? '' : request.url.slice(at);
  if (query.length > LONGEST_QUERY) {
    throw new Problem(
      414,
      'query_too_long',
      `The query string is longer than ${LONGEST_QUERY} characters: ask by POST.`,
    );
  }
  return query;
}

/** A data source, and the way to it. */
export interface OpenDataSource {
  readonly source: DataSource;
  readonly upstream: Upstream;
}

async function forward({ source, upstream }: OpenDataSource, request: ProxyRequest, reply: FastifyReply) {
  const { '*': path } = request.params;
  checkReadOnly(request.method, path);
  const query = queryOf(request);

  // A viewer who has gone must not keep the data source busy.
  const gone = new AbortController();
  reply.raw.once('close', () => gone.abort());
  const timeout = AbortSignal.timeout(source.timeout);
  try {
    const answer = await upstream.send({
      method: request.method,
      path: `api/v1/${path}${query}`,
      headers: forwardedHeaders(request),
      body: request.body ?? null,
      signal: AbortSignal.any([gone.signal, timeout]),
    });
    await checkAnswer(answer, source);
    for (const name of passedBack) {
      const value = answer.headers[name];
      if (value !== undefined) reply.header(name, value);
    }
    return reply.code(answer.statusCode ?? 200).send(answer);
  } catch (error) {
    if (error instanceof Problem) throw error;
    if (!gone.signal.aborted) {
      request.log.warn({ dataSource: source.id, code: networkErrorCode(error) }, 'no answer from the data source');
    }
    throw timeout.aborted ? timedOut(source) : unreachable(source, error);
  }
}

/** `/api/ds/<id>/api/v1/...`: the read-only part of each data source's API, with its credentials added. */
export async function proxyRoutes(app: FastifyInstance, options: { dataSources: readonly OpenDataSource[] }) {
  const sources = new Map(options.dataSources.map((open) => [open.source.id, open]));
  app.addHook('onClose', () => {
    for (const { upstream } of sources.values()) upstream.close();
  });

  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );

  app.all<{ Params: { id: string; '*': string }; Body: Buffer | undefined }>(
    '/api/ds/:id/api/v1/*',
    { bodyLimit: LONGEST_BODY },
    (request, reply) => {
      const found = sources.get(request.params.id);
      if (!found) throw new Problem(404, 'no_such_data_source', 'There is no data source with this id.');
      return forward(found, request, reply);
    },
  );
}
