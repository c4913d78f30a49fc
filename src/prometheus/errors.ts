/**
 * What went wrong with a request.
 *
 * - `network`: no answer at all. `timeout`: none in time (ours, a proxy's, or the server's own limit). `aborted`: we gave up.
 * - `unauthorized`: 401 or 403. `bad-data`: the server does not understand the query (400). `execution`: it cannot
 *   evaluate it (422). `too-many-requests`: 429. `unavailable`: 503, as while starting. `http`: any other failing status.
 * - `not-prometheus`: HTML or other content where JSON was due, or no such address as every Prometheus has.
 * - `malformed`: JSON of another shape; `path` says where.
 */
export type PrometheusErrorKind =
  | 'network'
  | 'timeout'
  | 'aborted'
  | 'http'
  | 'bad-data'
  | 'execution'
  | 'unavailable'
  | 'too-many-requests'
  | 'unauthorized'
  | 'not-prometheus'
  | 'malformed';

interface PrometheusErrorInit {
  readonly status?: number | null;
  readonly detail?: string;
  readonly url?: string;
  readonly path?: string;
  readonly cause?: unknown;
}

/** Characters of a server's own text that are kept. */
const DETAIL_LIMIT = 500;

/** The one error of everything that asks a Prometheus. */
export class PrometheusError extends Error {
  readonly kind: PrometheusErrorKind;
  /** HTTP status of the answer; null when there was none. */
  readonly status: number | null;
  /** The server's own text (or the browser's, when there was no answer), cut to 500 characters; '' when there is none. */
  readonly detail: string;
  /** What was asked: the address without credentials and parameters; '' when nothing was sent. */
  readonly url: string;
  /** For `malformed`: the place in the reply, e.g. `data.result.3.values.17.1`; else ''. */
  readonly path: string;

  constructor(kind: PrometheusErrorKind, init: PrometheusErrorInit = {}) {
    const { status = null, detail = '', url = '', path = '', cause } = init;
    const short = detail.length > DETAIL_LIMIT ? `${detail.slice(0, DETAIL_LIMIT - 1)}…` : detail;
    super([kind, status, url, path, short].filter((part) => part !== null && part !== '').join(' · '), { cause });
    this.name = 'PrometheusError';
    this.kind = kind;
    this.status = status;
    this.detail = short;
    this.url = url;
    this.path = path;
  }
}

/** A reply has another shape than the API says. Decoders throw it; the client makes it a `malformed` error. */
export class DecodeError extends Error {
  readonly path: string;
  constructor(path: string, message: string) {
    super(message);
    this.name = 'DecodeError';
    this.path = path;
  }
}

/** Why a variable cannot stand where it stands in an expression. */
export type InterpolationProblem = 'unknown' | 'empty' | 'several' | 'unsafe' | 'format';

/**
 * - `unknown`: there is no such variable. `empty`: it has no value. `format`: `${name:format}` with a format there is not.
 * - `several`: more than one value (or All) where only one can stand.
 * - `unsafe`: outside of quotes, a value that is not a name, a number or a duration.
 */
export class InterpolationError extends Error {
  readonly variable: string;
  readonly problem: InterpolationProblem;
  constructor(variable: string, problem: InterpolationProblem) {
    super(`$${variable}: ${problem}`);
    this.name = 'InterpolationError';
    this.variable = variable;
    this.problem = problem;
  }
}
