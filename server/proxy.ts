import type { FastifyBaseLogger, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from './dataSource.ts';
import type { Metrics } from './metrics.ts';
import { Problem } from './problem.ts';
import { keepUntil, readQuestion } from './question.ts';
import { checkReadOnly } from './readOnlyApi.ts';
import type { Sharing } from './sharing.ts';
import type { Upstream, UpstreamAnswer, UpstreamRequest } from './upstream.ts';
import { checkAnswer, networkErrorCode, timedOut, unreachable } from './upstreamAnswer.ts';

/** Bytes of a POSTed form; a query of this length is a mistake. */
const LONGEST_BODY = 1024 * 1024;
/** Characters of a query string; longer ones are to be asked by POST. */
const LONGEST_QUERY = 16 * 1024;

type ProxyRequest = FastifyRequest<{ Params: { id: string; '*': string }; Body: Buffer | undefined }>;

/**
 * The only headers of a request that reach the data source, apart from its own credentials and a form's type. All of them
 * are part of a question: whatever is passed on of a viewer's rights keeps its answer from those who have others.
 */
function forwardedHeaders(request: ProxyRequest): Record<string, string> {
  const acceptsGzip = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
  return {
    accept: 'application/json',
    // Nothing but gzip is understood by all the servers, and by the gateway when it reads an error.
    'accept-encoding': acceptsGzip ? 'gzip' : 'identity',
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

/** What all data sources have in common. */
interface Shared {
  readonly sharing: Sharing;
  readonly metrics: Metrics;
}

/** Asks upstream. Rejects with a Problem that says what became of it. */
async function askUpstream(
  { source, upstream }: OpenDataSource,
  request: Omit<UpstreamRequest, 'signal'>,
  unwanted: AbortSignal,
  log: FastifyBaseLogger,
): Promise<UpstreamAnswer> {
  const timeout = AbortSignal.timeout(source.timeout);
  try {
    const answer = await upstream.send({ ...request, signal: AbortSignal.any([unwanted, timeout]) });
    await checkAnswer(answer, source);
    return answer;
  } catch (error) {
    if (error instanceof Problem) throw error;
    if (!unwanted.aborted) {
      log.warn({ dataSource: source.id, code: networkErrorCode(error) }, 'no answer from the data source');
    }
    throw timeout.aborted ? timedOut(source) : unreachable(source, error);
  }
}

/** The endpoint as metrics name it: few names, whatever labels there are. */
const endpointName = (path: string) => (path.startsWith('label/') ? 'label_values' : path);

async function forward(open: OpenDataSource, { sharing, metrics }: Shared, request: ProxyRequest, reply: FastifyReply) {
  const { '*': path } = request.params;
  const { method } = request;
  checkReadOnly(method, path);
  const query = queryOf(request);
  const body = request.body ?? null;
  const headers = forwardedHeaders(request);
  const dataSource = open.source.id;
  const labels = { data_source: dataSource, endpoint: endpointName(path) };
  const question = readQuestion({ dataSource, endpoint: path, method, query: query.slice(1), body, headers });

  // A viewer who has gone must not keep the data source busy.
  const gone = new AbortController();
  reply.raw.once('close', () => gone.abort());
  const answer = await sharing.ask({
    key: question.key,
    keepUntil: (now) => keepUntil(question, now),
    wantsFresh: /\bno-cache\b/i.test(request.headers['cache-control'] ?? ''),
    gone: gone.signal,
    send: (unwanted) => {
      metrics.upstreamRequests.inc(labels);
      const form = body === null ? {} : { 'content-type': 'application/x-www-form-urlencoded' };
      const sent = { method, path: `api/v1/${path}${query}`, headers: { ...headers, ...form }, body };
      return askUpstream(open, sent, unwanted, request.log);
    },
  });
  metrics.answers.inc({ ...labels, from: answer.from });
  return reply.code(answer.status).headers(answer.headers).send(answer.body);
}

interface ProxyOptions extends Shared {
  readonly dataSources: readonly OpenDataSource[];
}

/** `/api/ds/<id>/api/v1/...`: the read-only part of each data source's API, with its credentials added. */
export async function proxyRoutes(app: FastifyInstance, options: ProxyOptions): Promise<void> {
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
      return forward(found, options, request, reply);
    },
  );
}
