import { createPrometheusClient, type PrometheusClient, type PrometheusClientOptions } from './client.ts';
import { PrometheusError } from './errors.ts';

/** A request as it went over the wire. */
export interface Sent {
  readonly method: string;
  readonly url: string;
  readonly body: string;
  readonly headers: Headers;
}

type Answer = Response | ((sent: Sent, signal: AbortSignal | null | undefined) => Response | Promise<Response>);

/** A `fetch` that gives `answers` in turn, the last one for ever, and remembers what it was asked. */
export function fakeFetch(...answers: readonly Answer[]): { fetch: typeof globalThis.fetch; sent: Sent[] } {
  const sent: Sent[] = [];
  return {
    sent,
    async fetch(input, init) {
      const method = init?.method ?? 'GET';
      const request = {
        method,
        url: String(input),
        body: String(init?.body ?? ''),
        headers: new Headers(init?.headers),
      };
      const answer = answers[Math.min(sent.length, answers.length - 1)];
      sent.push(request);
      init?.signal?.throwIfAborted();
      if (answer === undefined) throw new Error('no answer was prepared');
      return typeof answer === 'function' ? answer(request, init?.signal) : answer.clone();
    },
  };
}

/** A client of a server that answers so, and what it was asked. */
export function fakeClient(
  answer: Answer | readonly Answer[],
  options: Partial<PrometheusClientOptions> = {},
): { client: PrometheusClient; sent: Sent[] } {
  const { fetch, sent } = fakeFetch(...(Array.isArray(answer) ? answer : [answer]));
  return { client: createPrometheusClient({ baseUrl: 'http://prometheus.test', fetch, ...options }), sent };
}

/** A good reply with this `data`. */
export function success(data: unknown, rest: object = {}): Response {
  return Response.json({ status: 'success', data, ...rest });
}

/** Never answers, but obeys the signal. */
export function silence(_: Sent, signal: AbortSignal | null | undefined): Promise<Response> {
  return new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason));
  });
}

/** The PrometheusError that a promise rejects with; throws when it does not. */
export async function failureOf(promise: Promise<unknown>): Promise<PrometheusError> {
  const error: unknown = await promise.then(
    () => new Error('it did not fail'),
    (reason: unknown) => reason,
  );
  if (error instanceof PrometheusError) return error;
  throw error;
}
