/** A request as a handler sees it: the endpoint after `/api/v1/` and its parameters. */
export interface FakeRequest {
  readonly endpoint: string;
  readonly parameters: URLSearchParams;
}

/** `data` of a good answer, or a whole Response for anything else. */
export type FakeAnswer = object | Response;

/**
 * Answers as Prometheus would, out of a handler, for tests of what happens to answers and to failures: by `fetch` to a
 * client that takes one, by `respond` to a mock server. A handler that returns nothing gives an empty result; `delay` holds an
 * answer back until its promise resolves.
 */
export function createFakePrometheus(
  answer: (request: FakeRequest) => FakeAnswer | undefined,
  delay: (request: FakeRequest) => Promise<void> | undefined = () => undefined,
) {
  const requests: FakeRequest[] = [];
  const answered: (string | null)[] = [];
  let handler = answer;
  const respond = async (raw: Request): Promise<Response> => {
    const url = new URL(raw.url);
    const form = raw.method === 'POST' ? await raw.text() : '';
    const parameters = new URLSearchParams([...url.searchParams, ...new URLSearchParams(form)]);
    const request = { endpoint: url.pathname.replace(/^.*\/api\/v1\//, ''), parameters };
    requests.push(request);
    await delay(request);
    answered.push(parameters.get('query'));
    const given = handler(request);
    if (given instanceof Response) return given;
    return Response.json({ status: 'success', data: given ?? emptyAnswer(request.endpoint) });
  };
  const fetch: typeof globalThis.fetch = (input, init) =>
    respond(new Request(new URL(String(input), 'http://localhost'), init));
  return {
    fetch,
    respond,
    requests,
    /** The queries that have been answered, in that order. */
    answered,
    answerWith(next: typeof answer) {
      handler = next;
    },
  };
}

function emptyAnswer(endpoint: string): object {
  if (endpoint === 'query') return { resultType: 'vector', result: [] };
  if (endpoint === 'query_range') return { resultType: 'matrix', result: [] };
  if (endpoint === 'targets') return { activeTargets: [], droppedTargets: [] };
  return endpoint === 'alerts' ? { alerts: [] } : [];
}

/** A matrix of one value at every step of a range request. */
export function constantMatrix({ parameters }: FakeRequest, value: number, labels: object = {}): object {
  const [start, end, step] = ['start', 'end', 'step'].map((name) => Number(parameters.get(name)));
  const values: [number, string][] = [];
  if (start === undefined || end === undefined || step === undefined) throw new Error('not a range request');
  for (let t = start; t <= end; t += step) values.push([t, String(value)]);
  return { resultType: 'matrix', result: [{ metric: labels, values }] };
}
