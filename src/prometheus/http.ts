import { failedAnswerError, readableText } from './classify.ts';
import { DecodeError, PrometheusError } from './errors.ts';
import { type BodyText, readText } from './readText.ts';

export interface TransportOptions {
  /** Address of the server, or a path on this one; a path prefix and a trailing slash are fine. */
  readonly baseUrl: string;
  readonly fetch?: typeof globalThis.fetch;
  /** Milliseconds until an unanswered request is given up; 30 s. */
  readonly timeout?: number;
  /** Sent with every request. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Form or query parameters; a name may stand more than once. */
export type Parameters = readonly (readonly [name: string, value: string])[];

interface WireRequest {
  readonly method: 'GET' | 'POST';
  /** After `/api/v1/`. */
  readonly endpoint: string;
  readonly parameters: Parameters;
  /** Bytes after which a reply is cut; without it replies are read whole. */
  readonly maxBytes?: number | undefined;
}

export interface ApiRequest<T> extends WireRequest {
  /** Makes the answer out of parsed JSON; throws DecodeError where it has another shape. */
  readonly decode: (reply: unknown, cut: boolean) => T;
}

/** Sends requests to one server's HTTP API. */
export type Transport = <T>(request: ApiRequest<T>, signal: AbortSignal | undefined) => Promise<T>;

const DEFAULT_TIMEOUT = 30_000;

/** Addresses that everything has that speaks this API at all. */
const coreEndpoints: ReadonlySet<string> = new Set(['query', 'query_range', 'series', 'labels']);

/** Opens a server. Every failure is a PrometheusError. */
export function createTransport(options: TransportOptions): Transport {
  // Looked up at each call: a service worker's or a test's stand-in may be put there later.
  const { fetch = (input, init) => globalThis.fetch(input, init), timeout = DEFAULT_TIMEOUT } = options;
  const base = splitCredentials(options.baseUrl);
  const headers = { accept: 'application/json', ...base.headers, ...options.headers };
  /** Endpoints that answered 405 to POST: read-only proxies and some compatible servers take GET alone. */
  const getOnly = new Set<string>();

  async function send(request: WireRequest, signal: AbortSignal): Promise<Answer> {
    const { endpoint, parameters, maxBytes } = request;
    const form = new URLSearchParams(parameters.map(([name, value]) => [name, value]));
    const isPost = request.method === 'POST' && !getOnly.has(endpoint);
    const query = isPost || form.size === 0 ? '' : `?${form}`;
    const init = isPost ? { method: 'POST', body: form, headers, signal } : { headers, signal };
    const response = await fetch(address(endpoint) + query, init);
    if (response.status === 405 && isPost) {
      await response.text();
      getOnly.add(endpoint);
      return send(request, signal);
    }
    const contentType = response.headers.get('content-type')?.toLowerCase() ?? '';
    return { status: response.status, contentType, ...(await readText(response, maxBytes)) };
  }

  const address = (endpoint: string) => `${base.url}/api/v1/${endpoint}`;

  return async (request, signal) => {
    const url = address(request.endpoint);
    const answer = await withDeadline((inner) => send(request, inner), { signal, timeout, url });
    return readAnswer(answer, url, request);
  };
}

/** What came back, whole. */
interface Answer extends BodyText {
  readonly status: number;
  readonly contentType: string;
}

/**
 * Runs `task` until `signal` aborts or `timeout` ms have gone, and names what went wrong. One controller, whose timer
 * and listener are taken away at the end, so that a long-lived signal does not gather them.
 */
async function withDeadline<T>(
  task: (signal: AbortSignal) => Promise<T>,
  options: { readonly signal: AbortSignal | undefined; readonly timeout: number; readonly url: string },
): Promise<T> {
  const { signal, timeout, url } = options;
  if (signal?.aborted) throw new PrometheusError('aborted', { url });
  const controller = new AbortController();
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    controller.abort();
  }, timeout);
  const abort = () => controller.abort();
  signal?.addEventListener('abort', abort);
  try {
    return await task(controller.signal);
  } catch (error) {
    if (signal?.aborted) throw new PrometheusError('aborted', { url, cause: error });
    if (isLate) throw new PrometheusError('timeout', { url, detail: `${timeout / 1000} s`, cause: error });
    throw new PrometheusError('network', { url, detail: reasonOf(error), cause: error });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
}

function readAnswer<T>({ status, contentType, text, cut }: Answer, url: string, request: ApiRequest<T>): T {
  if (status < 200 || status > 299) {
    throw failedAnswerError({ status, contentType, body: text, url, isCore: coreEndpoints.has(request.endpoint) });
  }
  if (contentType !== '' && !contentType.includes('json')) {
    const detail = [contentType, readableText(contentType, text)].filter((part) => part !== '').join(': ');
    throw new PrometheusError('not-prometheus', { status, url, detail });
  }
  try {
    return request.decode(JSON.parse(text), cut);
  } catch (error) {
    if (error instanceof DecodeError) {
      throw new PrometheusError('malformed', { status, url, path: error.path, detail: error.message, cause: error });
    }
    if (error instanceof SyntaxError) {
      throw new PrometheusError('malformed', { status, url, detail: error.message, cause: error });
    }
    throw error;
  }
}

/** `fetch` takes no credentials in an address: they go into a header, and so never into an error's text. */
function splitCredentials(baseUrl: string): { url: string; headers: Record<string, string> } {
  const match = /^(https?:\/\/)([^/]*)@(.*)$/i.exec(baseUrl);
  const url = (match ? `${match[1]}${match[3]}` : baseUrl).replace(/\/+$/, '');
  if (!match) return { url, headers: {} };
  const bytes = new TextEncoder().encode(decodeURIComponent(match[2] ?? ''));
  return { url, headers: { authorization: `Basic ${btoa(String.fromCharCode(...bytes))}` } };
}

/** Why a fetch failed: Node hides the reason (ECONNREFUSED) in the cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error && error.cause.message !== '' ? error.cause.message : error.message;
}
