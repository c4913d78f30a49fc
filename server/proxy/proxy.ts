import type { FastifyBaseLogger, FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { readAlertmanagerCall } from '../apis/alertmanagerApi.ts';
import { type Call, nothingHere, type ReadCall, type Write, type WriteBody } from '../apis/call.ts';
import { readPrometheusCall } from '../apis/prometheusApi.ts';
import { readPushgatewayCall } from '../apis/pushgatewayApi.ts';
import type { Metrics } from '../metrics.ts';
import { Problem } from '../problem.ts';
import type { Server } from '../settings/dataSource.ts';
import { asksTime, keepUntil, readQuestion } from '../sharing/question.ts';
import { askTime, clockOf } from '../sharing/serverTime.ts';
import { type Asker, headersOf, type Sharing } from '../sharing/sharing.ts';
import type { Upstream, UpstreamAnswer, UpstreamRequest } from '../upstream/upstream.ts';
import { type Admission, admit } from './admission.ts';
import { type Audit, createAudit } from './audit.ts';
import { startTimeLimit } from './timeLimit.ts';
import {
  bodyBegun,
  checkAnswer,
  maskedAnswer,
  networkErrorCode,
  timedOut,
  unreachable,
  viewerLeft,
} from './upstreamAnswer.ts';

/** Characters of a query string; longer ones are to be asked by POST. */
const LONGEST_QUERY = 16 * 1024;

/**
 * The only headers of a request that reach the server, apart from its own credentials and a body's type. All of them
 * are part of a question: whatever is passed on of a viewer's rights keeps its answer from those who have others.
 */
function forwardedHeaders({ headers }: FastifyRequest): Record<string, string> {
  const acceptsGzip = /\bgzip\b/.test(String(headers['accept-encoding'] ?? ''));
  return {
    accept: 'application/json',
    // Nothing but gzip is understood by all the servers, and by the gateway when it reads an error.
    'accept-encoding': acceptsGzip ? 'gzip' : 'identity',
  };
}

/** The query string with its `?`, or ''. */
function queryOf({ url }: FastifyRequest): string {
  const at = url.indexOf('?');
  const query = at === -1 ? '' : url.slice(at);
  if (query.length > LONGEST_QUERY) {
    throw new Problem(
      414,
      'query_too_long',
      `The query string is longer than ${LONGEST_QUERY} characters: ask by POST.`,
    );
  }
  return query;
}

/** What came as a body; none came to a GET. */
const bodyOf = ({ body }: FastifyRequest): Buffer | null => (Buffer.isBuffer(body) ? body : null);

/** A server, and the way to it. */
export interface OpenServer<S extends Server = Server> {
  readonly server: S;
  readonly upstream: Upstream;
}

/** One kind of server: where it answers, and what may be asked of it. */
interface Kind {
  /** Its part of the address: `/api/<name>/<id>`. */
  readonly name: 'ds' | 'am' | 'pg';
  /** What to say where there is no such server. */
  readonly unknown: readonly [errorType: string, message: string];
  readonly readCall: ReadCall;
  /** Bytes of a body. */
  readonly longestBody: number;
}

const kinds: readonly Kind[] = [
  {
    name: 'ds',
    unknown: ['no_such_data_source', 'There is no data source with this id.'],
    readCall: readPrometheusCall,
    // A query of this length is a mistake.
    longestBody: 1024 * 1024,
  },
  {
    name: 'am',
    unknown: ['no_such_alertmanager', 'There is no Alertmanager with this id.'],
    readCall: readAlertmanagerCall,
    longestBody: 64 * 1024,
  },
  {
    name: 'pg',
    unknown: ['no_such_pushgateway', 'There is no Pushgateway with this id.'],
    readCall: readPushgatewayCall,
    longestBody: 64 * 1024,
  },
];

/** What all servers have in common. */
interface Shared extends Admission {
  readonly sharing: Sharing;
  readonly metrics: Metrics;
}

/** A request with what it was found to mean. */
interface Passage extends OpenServer {
  readonly request: FastifyRequest;
  /** The server as the gateway names it: `am/<id>`. */
  readonly place: string;
  readonly call: Call;
}

/** Asks upstream, and waits for the first byte of the answer. Rejects with a Problem that says what became of it. */
async function askUpstream(
  { server, upstream, call, place }: Passage,
  request: Omit<UpstreamRequest, 'signal' | 'isRead'>,
  unwanted: AbortSignal,
  log: FastifyBaseLogger,
): Promise<UpstreamAnswer> {
  const limit = startTimeLimit(server.timeout, unwanted);
  try {
    const answer = await upstream.send({ ...request, isRead: call.write === null, signal: limit.signal });
    answer.once('close', limit.lift);
    await checkAnswer(answer, server, call);
    if (call.mask) return await maskedAnswer(answer, server, call, call.mask);
    // Until then no viewer has been told anything, and what goes wrong can still be said.
    await bodyBegun(answer);
    return answer;
  } catch (error) {
    limit.lift();
    if (error instanceof Problem) throw error;
    if (!unwanted.aborted) log.warn({ server: place, code: networkErrorCode(error) }, 'no answer from the server');
    throw limit.isOver() ? timedOut(server) : unreachable(server, error);
  }
}

/** As metrics name a server: a data source by its id alone. */
const metricLabels = ({ place, call }: Passage) => ({
  data_source: place.replace(/^ds\//, ''),
  endpoint: call.endpoint,
});

/** What a read asks, and how it goes up. What time it is, and what is masked, comes uncompressed: the gateway reads it. */
function readAsked({ request, call, place }: Passage) {
  const query = queryOf(request);
  const body = bodyOf(request);
  const headers = forwardedHeaders(request);
  const endpoint = call.path.replace(/^api\/v\d\//, '');
  const written = { server: place, endpoint, method: request.method, query: query.slice(1), body };
  const question = readQuestion({ ...written, headers });
  const form = body === null ? {} : { 'content-type': 'application/x-www-form-urlencoded' };
  const sent = { method: request.method, path: `${call.path}${query}`, headers: { ...headers, ...form }, body };
  const isTime = asksTime(question);
  if (!isTime && !call.mask) return { question, isTime, sent };
  const plain = { 'accept-encoding': 'identity' };
  return {
    question: readQuestion({ ...written, headers: { ...headers, ...plain } }),
    isTime,
    sent: { ...sent, headers: { ...sent.headers, ...plain } },
  };
}

async function read(passage: Passage, { sharing, metrics }: Shared, reply: FastifyReply): Promise<FastifyReply> {
  const { request, call, place } = passage;
  const labels = metricLabels(passage);
  const { question, isTime, sent } = readAsked(passage);
  // The gateway reads the time itself, and so waits for all of it, as where a text is masked: in half there is no answer.
  const whole = { ...passage, call: { ...call, mask: (text: string) => text } };

  // A viewer who has gone must not keep the server busy.
  const gone = new AbortController();
  reply.raw.once('close', () => gone.abort(viewerLeft()));
  const asker: Asker = {
    server: place,
    key: question.key,
    keepUntil: (now) => keepUntil(question, now),
    whole: call.dialect.whole,
    wantsFresh: /\bno-cache\b/i.test(request.headers['cache-control'] ?? ''),
    gone: gone.signal,
    send: async (unwanted) => {
      metrics.upstreamRequests.inc(labels);
      try {
        return await askUpstream(isTime ? whole : passage, sent, unwanted, request.log);
      } catch (error) {
        // Nobody knows what a server's clock does while it is away.
        if (!unwanted.aborted && error instanceof Problem && error.statusCode >= 500) sharing.forget(clockOf(place));
        throw error;
      }
    },
  };
  const answer = await (isTime ? askTime(sharing, { ...asker, server: clockOf(place) }) : sharing.ask(asker));
  metrics.answers.inc({ ...labels, from: answer.from });
  return reply.code(answer.status).headers(answer.headers).send(answer.body);
}

function readBody({ readBody: reader }: Write, body: Buffer | null): WriteBody | null {
  return reader === null ? null : reader(body ?? Buffer.alloc(0));
}

/** Passes a write on. It is not taken back when the viewer leaves: what becomes of it is to be known, and kept. */
async function change(passage: Passage, write: Write, { sharing, metrics }: Shared): Promise<UpstreamAnswer> {
  const { request, call, place } = passage;
  const sent = readBody(write, bodyOf(request))?.sent ?? null;
  const json = sent === null ? {} : { 'content-type': 'application/json' };
  metrics.upstreamRequests.inc(metricLabels(passage));
  try {
    const headers = { ...forwardedHeaders(request), ...json };
    const asked = { method: request.method, path: call.path, headers, body: sent };
    return await askUpstream(passage, asked, new AbortController().signal, request.log);
  } finally {
    // Also after a failure: one that came too late may have changed something.
    sharing.forget(place);
  }
}

function summaryOf(write: Write, request: FastifyRequest): object | null {
  try {
    return readBody(write, bodyOf(request))?.summary ?? null;
  } catch {
    return null;
  }
}

/** All addresses of one kind of server. */
function routeKind(app: FastifyInstance, kind: Kind, servers: readonly OpenServer[], shared: Shared, audit: Audit) {
  const byId = new Map(servers.map((open) => [open.server.id, open]));

  function passageOf(request: FastifyRequest<{ Params: { id: string } }>): Passage {
    const { id } = request.params;
    const open = byId.get(id);
    if (!open) throw new Problem(404, ...kind.unknown);
    const path = /^\/api\/\w+\/[^/?]+\/([^?]*)/.exec(request.url)?.[1];
    if (path === undefined) throw nothingHere();
    return { ...open, request, place: `${kind.name}/${id}`, call: kind.readCall(request.method, path) };
  }

  function keepLine({ request, call, place }: Passage, status: number): void {
    const { write } = call;
    if (write !== null) audit({ request, write, server: place, summary: summaryOf(write, request), status });
  }

  app.all<{ Params: { id: string } }>(`/api/${kind.name}/:id/*`, {
    bodyLimit: kind.longestBody,
    onRequest: async (request) => admit(shared, request.method, request.headers, passageOf(request).call),
    onError: async (request, _reply, error: FastifyError) => {
      let passage: Passage;
      try {
        passage = passageOf(request);
      } catch {
        return;
      }
      keepLine(passage, error.statusCode ?? 500);
    },
    handler: async (request, reply) => {
      const passage = passageOf(request);
      const { write } = passage.call;
      if (write === null) return read(passage, shared, reply);
      const answer = await change(passage, write, shared);
      const status = answer.statusCode ?? 200;
      keepLine(passage, status);
      return reply.code(status).headers(headersOf(answer)).send(answer);
    },
  });
}

interface ProxyOptions extends Shared {
  readonly servers: Readonly<Record<Kind['name'], readonly OpenServer[]>>;
}

/** `/api/ds|am|pg/<id>/...`: what may be asked of each server, with its credentials added. */
export async function proxyRoutes(app: FastifyInstance, options: ProxyOptions): Promise<void> {
  app.addHook('onClose', () => {
    for (const { upstream } of Object.values(options.servers).flat()) upstream.close();
  });
  app.removeAllContentTypeParsers();
  const types = ['application/x-www-form-urlencoded', 'application/json'];
  app.addContentTypeParser(types, { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  const audit = createAudit(app.log, options.role);
  for (const kind of kinds) routeKind(app, kind, options.servers[kind.name], options, audit);
}
