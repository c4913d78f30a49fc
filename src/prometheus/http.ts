import { failedAnswerError, readableText } from './classify.ts';
import { DecodeError, PrometheusError } from './errors.ts';

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

export interface ApiRequest<T> {
  readonly method: 'GET' | 'POST';
  /** After `/api/v1/`. */
  readonly endpoint: string;
  readonly parameters: Parameters;
  /** Takes no answer that a cache on the way has kept. */
  readonly fresh?: boolean | undefined;
  /** Makes the answer out of a good response; throws DecodeError or SyntaxError where it has another shape. */
  readonly read: (response: Response, signal: AbortSignal) => Promise<T>;
}

/** Reads a body whole and decodes what its JSON says. */
export function readJson<T>(decode: (reply: unknown) => T): ApiRequest<T>['read'] {
  return async (response) => decode(JSON.parse(await response.text()));
}

/** Sends requests to one server's HTTP API. */
export type Transport = <T>(request: ApiRequest<T>, signal: AbortSignal | undefined) => Promise<T>;

const DEFAULT_TIMEOUT = 30_000;

/** Addresses that everything has that speaks this API at all. */
const coreEndpoints: ReadonlySet<string> = new Set(['query', 'query_range', 'series', 'labels']);

/** One request to a server, and how its answer is read. */
export interface Exchange<T> {
  /** Below the server's address, with the query string. */
  readonly path: string;
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Sent as JSON; nothing is sent without it. */
  readonly json?: unknown;
  readonly read: ApiRequest<T>['read'];
}

/** For answers that say nothing beyond their status. */
export async function readNothing(response: Response): Promise<void> {
  await response.text();
}

function connect(options: TransportOptions) {
  // Looked up at each call: a service worker's or a test's stand-in may be put there later.
  const { fetch = (input, init) => globalThis.fetch(input, init), timeout = DEFAULT_TIMEOUT } = options;
  const base = splitCredentials(options.baseUrl);
  return { fetch, timeout, base, headers: { accept: 'application/json', ...base.headers, ...options.headers } };
}

/** Opens a server whose API is not Prometheus's query API. Every failure is a PrometheusError. */
export function createExchange(
  options: TransportOptions,
): <T>(exchange: Exchange<T>, signal: AbortSignal | undefined) => Promise<T> {
  const { fetch, timeout, base, headers } = connect(options);
  return ({ path, method, json, read }, signal) => {
    const address = `${base.url}/${path}`;
    const url = address.replace(/\?.*$/s, '');
    const content = json === undefined ? {} : { body: JSON.stringify(json) };
    const type = json === undefined ? {} : { 'content-type': 'application/json' };
    const task = async (inner: AbortSignal) => {
      const response = await fetch(address, { method, headers: { ...headers, ...type }, signal: inner, ...content });
      return readResponse(response, { url, read, isCore: true }, inner);
    };
    return withDeadline(task, { signal, timeout, url });
  };
}

/** Opens a server. Every failure is a PrometheusError. */
export function createTransport(options: TransportOptions): Transport {
  const { fetch, timeout, base, headers } = connect(options);
  /** Endpoints that answered 405 to POST: read-only proxies and some compatible servers take GET alone. */
  const getOnly = new Set<string>();

  async function send<T>(request: ApiRequest<T>, signal: AbortSignal): Promise<Response> {
    const { endpoint, parameters } = request;
    const form = new URLSearchParams(parameters.map(([name, value]) => [name, value]));
    const isPost = request.method === 'POST' && !getOnly.has(endpoint);
    const query = isPost || form.size === 0 ? '' : `?${form}`;
    const init = isPost ? { method: 'POST', body: form, headers, signal } : { headers, signal };
    // Sends `Cache-Control: no-cache`, as a header that is set here would, but asks no other origin's leave for it.
    const cache = request.fresh ? 'reload' : 'default';
    const response = await fetch(address(endpoint) + query, { ...init, cache });
    if (response.status !== 405 || !isPost) return response;
    await response.text();
    getOnly.add(endpoint);
    return send(request, signal);
  }

  const address = (endpoint: string) => `${base.url}/api/v1/${endpoint}`;

  return (request, signal) => {
    const url = address(request.endpoint);
    const expected = { url, read: request.read, isCore: coreEndpoints.has(request.endpoint) };
    const task = async (inner: AbortSignal) => readResponse(await send(request, inner), expected, inner);
    return withDeadline(task, { signal, timeout, url });
  };
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
    if (error instanceof PrometheusError) throw error;
    throw new PrometheusError('network', { url, detail: reasonOf(error), cause: error });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
}

interface Expected<T> {
  readonly url: string;
  readonly read: ApiRequest<T>['read'];
  /** Whether every server of this kind has this address. */
  readonly isCore: boolean;
}

async function readResponse<T>(response: Response, expected: Expected<T>, signal: AbortSignal): Promise<T> {
  const { url, read, isCore } = expected;
  const { status } = response;
  const contentType = response.headers.get('content-type')?.toLowerCase() ?? '';
  if (status < 200 || status > 299) {
    throw failedAnswerError({ status, contentType, body: await response.text(), url, isCore });
  }
  if (contentType !== '' && !contentType.includes('json')) {
    const text = readableText(contentType, await response.text());
    const detail = [contentType, text].filter((part) => part !== '').join(': ');
    throw new PrometheusError('not-prometheus', { status, url, detail });
  }
  try {
    return await read(response, signal);
  } catch (error) {
    if (!(error instanceof DecodeError || error instanceof SyntaxError)) throw error;
    const path = error instanceof DecodeError ? error.path : '';
    throw new PrometheusError('malformed', { status, url, path, detail: error.message, cause: error });
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
