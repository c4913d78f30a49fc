import type { ApiError, ErrorType } from './errors.ts';

/** What an endpoint answers: `data` as JSON text, and remarks. */
export interface Reply {
  readonly data: string;
  readonly warnings?: readonly string[];
  readonly infos?: readonly string[];
}

const headers = { 'content-type': 'application/json' };

/** A reply of any data that JSON can say. */
export function replyOf(data: unknown, warnings: readonly string[] = []): Reply {
  return { data: JSON.stringify(data), warnings };
}

/** The first `limit` of a list (0: all of it), with Prometheus's warning where that is less than there is. */
export function limited(list: readonly unknown[], limit: number): Reply {
  if (limit === 0 || list.length <= limit) return replyOf(list);
  return replyOf(list.slice(0, limit), [truncatedWarning]);
}

export const truncatedWarning = 'results truncated due to limit';

/** Prometheus tells of at most so many of each. */
const maxRemarks = 10;

export function success({ data, warnings = [], infos = [] }: Reply): Response {
  const remarks = (name: string, texts: readonly string[]) =>
    texts.length === 0 ? '' : `,${JSON.stringify(name)}:${JSON.stringify(texts.slice(0, maxRemarks))}`;
  const body = `{"status":"success","data":${data}${remarks('warnings', warnings)}${remarks('infos', infos)}}`;
  return new Response(body, { headers });
}

const statuses: Readonly<Record<ErrorType, number>> = {
  bad_data: 400,
  execution: 422,
  canceled: 499,
  timeout: 503,
  internal: 500,
};

export function failure({ errorType, message }: ApiError): Response {
  return Response.json({ status: 'error', errorType, error: message }, { status: statuses[errorType], headers });
}

/** A page that is not there, or not for this method, as Go's web server says it. */
export function refusal(status: 404 | 405, methods: readonly string[] = []): Response {
  if (status === 404) return plainText(404, '404 page not found\n');
  return plainText(405, 'Method Not Allowed\n', { allow: methods.join(', ') });
}

export function plainText(status: number, text: string, more: Readonly<Record<string, string>> = {}): Response {
  return new Response(text, { status, headers: { 'content-type': 'text/plain; charset=utf-8', ...more } });
}
