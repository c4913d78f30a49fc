import { finished, Readable } from 'node:stream';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { Call } from '../apis/call.ts';
import { Problem } from '../problem.ts';
import type { Server } from '../settings/dataSource.ts';
import type { UpstreamAnswer } from '../upstream/upstream.ts';

/** Error answers are short; what is longer than this many bytes is not a server's own. */
const LONGEST_ERROR = 256 * 1024;

/** Any text with the server's secrets blotted out, should an upstream have echoed them. */
function withoutSecrets(text: string, secrets: readonly string[]): string {
  return secrets.filter((secret) => secret !== '').reduce((rest, secret) => rest.replaceAll(secret, '***'), text);
}

/** The body of an error answer; null when it is too long or cannot be unpacked. */
async function readErrorBody(answer: UpstreamAnswer): Promise<string | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of answer) {
    length += chunk.length;
    if (length > LONGEST_ERROR) return null;
    chunks.push(chunk);
  }
  const body = Buffer.concat(chunks);
  if (answer.headers['content-encoding'] !== 'gzip') return body.toString('utf8');
  const unpacked = promisify(gunzip)(body, { maxOutputLength: LONGEST_ERROR });
  return unpacked.then(
    (buffer) => buffer.toString('utf8'),
    () => null,
  );
}

function notItself({ name, setting }: Server, { dialect }: Call, what: string): Problem {
  const { program } = dialect;
  const message = `${name} does not answer like ${program}: ${what}. Check that ${setting} is the address of ${program}.`;
  return new Problem(502, 'upstream_not_prometheus', message);
}

/** What a proxy that stands before the server means by a failure of its own; null when it is no such status. */
function proxyProblem({ name }: Server, status: number): Problem | null {
  const says = `a proxy before ${name} says (HTTP ${status})`;
  if (status === 502) return new Problem(502, 'upstream_unreachable', `${name} cannot be reached: so ${says}.`);
  if (status === 504) return new Problem(504, 'upstream_timeout', `${name} did not answer in time: so ${says}.`);
  if (status === 429) return new Problem(429, 'too_many_requests', `${name} is asked too often: so ${says}.`);
  return null;
}

function unauthorized({ name, setting, headers }: Server, status: number): Problem {
  const wrong =
    headers.authorization === undefined ? 'it wants credentials and has none' : 'it refuses the credentials';
  const message = `${name} did not let Mirante in (HTTP ${status}): ${wrong} that go with ${setting}.`;
  return new Problem(502, 'upstream_unauthorized', message);
}

/**
 * Makes sure that an answer is the server's own and good. Its own errors are thrown as they are, and what is not its own
 * (a login page, a proxy's error) as what that means.
 * @throws Problem
 */
export async function checkAnswer(answer: UpstreamAnswer, server: Server, call: Call): Promise<void> {
  const status = answer.statusCode ?? 0;
  const contentType = answer.headers['content-type'] ?? '';
  const isSuccess = status >= 200 && status < 300;
  if (isSuccess && call.types.test(contentType)) return;

  const body = isSuccess ? null : await readErrorBody(answer);
  answer.destroy();
  const own = body === null ? null : call.dialect.ownError({ status, contentType, body });
  if (own !== null) throw new Problem(status, own.errorType, withoutSecrets(own.error, server.secrets));
  if (status === 401 || status === 403) throw unauthorized(server, status);
  if (status === 503) {
    throw new Problem(503, 'unavailable', `${server.name} is not ready to answer yet: it may be starting.`);
  }
  const ofProxy = proxyProblem(server, status);
  if (ofProxy !== null) throw ofProxy;
  if (status >= 300 && status < 400) throw notItself(server, call, `it redirects (HTTP ${status}), as login pages do`);
  const type = contentType.split(';')[0]?.trim() || 'no content type';
  throw notItself(server, call, `HTTP ${status} with ${withoutSecrets(type, server.secrets)}`);
}

/** Resolves when an answer's first byte is here, or its end if it has none; rejects when it ends before by a failure. */
export function bodyBegun(answer: UpstreamAnswer): Promise<void> {
  return new Promise((resolve, reject) => {
    answer.once('readable', resolve);
    finished(answer, (error) => (error ? reject(error) : resolve()));
  });
}

/**
 * A good answer, uncompressed, with its text masked.
 * @throws Problem where it cannot be read, and so not be masked
 */
export async function maskedAnswer(
  answer: UpstreamAnswer,
  server: Server,
  call: Call,
  mask: NonNullable<Call['mask']>,
): Promise<UpstreamAnswer> {
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk);
  let text: string;
  try {
    text = mask(Buffer.concat(chunks).toString('utf8'));
  } catch {
    throw notItself(server, call, 'its answer has another shape');
  }
  const headers = { ...answer.headers, 'content-length': String(Buffer.byteLength(text)) };
  return Object.assign(Readable.from([Buffer.from(text)]), { statusCode: answer.statusCode, headers });
}

/** What the network's error codes mean. Addresses stay out of it: the viewer may not know them. */
const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'its host name is not known',
  EAI_AGAIN: 'its host name cannot be looked up right now',
  EHOSTUNREACH: 'there is no way to its host',
  ENETUNREACH: 'there is no way to its network',
  ETIMEDOUT: 'its host does not react',
  ECONNRESET: 'it broke the connection off',
  EPROTO: 'it does not speak TLS as expected (http:// and https:// mixed up?)',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is self-signed and not trusted',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate authority is not trusted',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate authority is not trusted',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another host',
};

/** The `code` of a Node network error, '' when it has none. With several addresses tried, the first one's. */
export function networkErrorCode(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return networkErrorCode(error.errors[0]);
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** What to tell of a request that got no answer. */
export function unreachable({ name, setting }: Server, error: unknown): Problem {
  const code = networkErrorCode(error);
  const reason =
    reasons[code] ?? (/^HPE_/.test(code) ? 'what answers there does not speak HTTP' : 'the connection failed');
  const message = `${name} cannot be reached: ${reason}. Check ${setting}, and that the server runs.`;
  return new Problem(502, 'upstream_unreachable', message);
}

export function timedOut({ name, timeout }: Server): Problem {
  return new Problem(504, 'upstream_timeout', `${name} did not answer within ${timeout / 1000} s.`);
}

/** What a request ends with whose viewer has gone: nobody reads it, and nothing is wrong. */
export const viewerLeft = (): Problem => new Problem(499, 'viewer_left', 'The viewer has left.');
