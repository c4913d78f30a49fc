/** A request to the simulation, as it crosses to the worker in which that lives. */
export interface Call {
  readonly id: number;
  readonly method: string;
  /** Absolute; what stands before `/api/v1/` (Prometheus) or `/api/v2/` (Alertmanager) does not matter. */
  readonly url: string;
  /** A form (`application/x-www-form-urlencoded`), for the Alertmanager JSON; null when there is none. */
  readonly body: string | null;
}

/** What came of the call of this id. */
export interface Answer {
  readonly id: number;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: ArrayBuffer;
}

const form = { 'content-type': 'application/x-www-form-urlencoded' };

/** Answers a call inside of the worker. */
export async function answerCall(
  simulation: (request: Request) => Promise<Response>,
  { id, method, url, body }: Call,
): Promise<Answer> {
  const response = await simulation(new Request(url, body === null ? { method } : { method, body, headers: form }));
  const headers = Object.fromEntries(response.headers);
  return { id, status: response.status, headers, body: await response.arrayBuffer() };
}

/** An answer in Prometheus's own envelope for a call that the worker did not answer. */
export function failedAnswer(id: number, errorType: 'unavailable' | 'timeout', error: string): Answer {
  const { buffer } = new TextEncoder().encode(JSON.stringify({ status: 'error', errorType, error }));
  return { id, status: 503, headers: { 'content-type': 'application/json' }, body: buffer };
}
