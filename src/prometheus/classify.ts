import { PrometheusError, type PrometheusErrorKind } from './errors.ts';

/** A failing answer, as far as it could be read. */
export interface FailedAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
  readonly url: string;
  /** Whether every Prometheus-compatible server has this address, so that a 404 says that this is none. */
  readonly isCore: boolean;
}

/** Error types that decide more than the status: the gateway's words on what stands behind it, and Prometheus's own limit. */
const kindByErrorType: ReadonlyMap<string, PrometheusErrorKind> = new Map([
  ['upstream_unreachable', 'network'],
  ['upstream_timeout', 'timeout'],
  ['upstream_not_prometheus', 'not-prometheus'],
  ['upstream_unauthorized', 'unauthorized'],
  // The gateway's own 403s: no password would help.
  ['not_allowed', 'http'],
  ['role_needed', 'http'],
  ['cross_origin', 'http'],
  ['timeout', 'timeout'],
]);

const kindByStatus: ReadonlyMap<number, PrometheusErrorKind> = new Map([
  [401, 'unauthorized'],
  [403, 'unauthorized'],
  [407, 'unauthorized'],
  [408, 'timeout'],
  [429, 'too-many-requests'],
  [503, 'unavailable'],
  [504, 'timeout'],
]);

/** Names what a failing answer (any status but 2xx) means. */
export function failedAnswerError(answer: FailedAnswer): PrometheusError {
  const { status, url } = answer;
  const envelope = errorEnvelope(answer);
  const detail = envelope?.error ?? readableText(answer.contentType, answer.body);
  return new PrometheusError(kindOf(answer, envelope), { status, detail, url });
}

function kindOf(answer: FailedAnswer, envelope: ErrorEnvelope | null): PrometheusErrorKind {
  const { status, contentType, isCore } = answer;
  const known = kindByErrorType.get(envelope?.errorType ?? '') ?? kindByStatus.get(status);
  if (known !== undefined) return known;
  const isHtml = contentType.includes('html');
  if (status === 400) return isHtml ? 'not-prometheus' : 'bad-data';
  if (status === 422) return 'execution';
  // A web server of another kind knows neither the address nor the method. Of the rest of the API, compatible servers leave out parts.
  if (envelope === null && (status === 404 || status === 405)) return isCore || isHtml ? 'not-prometheus' : 'http';
  return 'http';
}

interface ErrorEnvelope {
  readonly errorType: string;
  readonly error: string;
}

/** `{status: "error", errorType, error}`, which Prometheus, what is compatible with it, and the gateway answer. */
function errorEnvelope({ contentType, body }: FailedAnswer): ErrorEnvelope | null {
  if (!contentType.includes('json')) return null;
  try {
    const value: unknown = JSON.parse(body);
    if (typeof value !== 'object' || value === null || !('error' in value) || typeof value.error !== 'string')
      return null;
    const errorType = 'errorType' in value && typeof value.errorType === 'string' ? value.errorType : '';
    return 'status' in value && value.status === 'error' ? { errorType, error: value.error } : null;
  } catch {
    return null;
  }
}

/** What a person can read in a body: the title of a page, or the text on one line. */
export function readableText(contentType: string, body: string): string {
  const start = body.slice(0, 20_000);
  if (!contentType.includes('html')) return start.replace(/\s+/g, ' ').trim();
  const title = /<title[^>]*>([^<]*)/i.exec(start)?.[1];
  const text = title ?? start.replace(/<(script|style)[\s\S]*?<\/\1>|<[^>]*>/gi, ' ');
  return text.replace(/\s+/g, ' ').trim();
}
