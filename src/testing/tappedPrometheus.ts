/** Whoever answers a request to the HTTP API: an embedded Prometheus, or a failure. */
export type Responder = (request: Request) => Response | Promise<Response>;

/** A request as it is remembered: the endpoint after `/api/v1/` and its parameters. */
export interface AskedRequest {
  readonly endpoint: string;
  readonly parameters: URLSearchParams;
}

const endpointOf = (path: string) => path.replace(/^.*\/api\/v1\//, '');

/** Answers as `respond` does, with these fields more in the replies to an endpoint: `warnings`, `isPartial`. */
export function remarking(respond: Responder, remarks: Readonly<Record<string, object>>): Responder {
  return async (request) => {
    const response = await respond(request);
    const remark = remarks[endpointOf(new URL(request.url).pathname)];
    if (remark === undefined) return response;
    const reply: object = await response.json();
    return Response.json({ ...reply, ...remark });
  };
}

/**
 * Stands between a client's `fetch` and whoever answers, for tests of what is asked and when: it remembers requests, holds
 * answers back until the promise that `delay` gives resolves, and lets another answer from then on.
 */
export function tapPrometheus(
  respond: Responder,
  delay: (request: AskedRequest) => Promise<void> | undefined = () => undefined,
) {
  const requests: AskedRequest[] = [];
  const answered: (string | null)[] = [];
  let responder = respond;
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(new URL(String(input), 'http://localhost'), init);
    const { pathname, searchParams } = new URL(request.url);
    const form = request.method === 'POST' ? await request.clone().text() : '';
    const parameters = new URLSearchParams([...searchParams, ...new URLSearchParams(form)]);
    const asked = { endpoint: endpointOf(pathname), parameters };
    requests.push(asked);
    await delay(asked);
    answered.push(parameters.get('query'));
    return responder(request);
  };
  return {
    fetch,
    requests,
    /** The queries that have been answered, in that order. */
    answered,
    answerWith(next: Responder) {
      responder = next;
    },
  };
}
