import * as v from 'valibot';

/** An error answer. */
export interface ErrorAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

interface OwnError {
  readonly errorType: string;
  readonly error: string;
}

/** How a server words its answers. */
export interface Dialect {
  /** What it is, with its article. */
  readonly program: string;
  /** The server's own words; null where the answer is somebody else's, or says that Mirante may not come in. */
  ownError(answer: ErrorAnswer): OwnError | null;
  /** How an answer begins and ends that is all there; null where that cannot be told, and it is never kept. */
  readonly whole: { readonly opening: RegExp; readonly ending: RegExp } | null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const isJson = ({ contentType }: ErrorAnswer) => /^application\/json\b/i.test(contentType);
const letsNobodyIn = ({ status }: ErrorAnswer) => status === 401 || status === 403;
const envelope = v.object({ status: v.literal('error'), errorType: v.string(), error: v.string() });
const inEnvelope = { opening: /^\s*\{\s*"status"\s*:\s*"success"/, ending: /\}\s*$/ };

/** How VictoriaMetrics answers where it leaves out a part of the API; its text goes on about addresses. */
const leftOut = /unsupported path requested/;

/** Prometheus's query API. */
export const prometheusApi: Dialect = {
  program: 'a Prometheus',
  whole: inEnvelope,
  ownError(answer) {
    if (answer.status === 400 && leftOut.test(answer.body)) {
      return { errorType: 'not_offered', error: 'unsupported path requested' };
    }
    if (!isJson(answer) || letsNobodyIn(answer) || answer.status < 400) return null;
    const result = v.safeParse(envelope, parseJson(answer.body));
    return result.success ? result.output : null;
  },
};

/** Handlers that judge say it themselves, in a text; what checks requests before them says `{code, message}`. */
const alertmanagerError = v.union([
  v.string(),
  v.pipe(
    v.object({ message: v.string() }),
    v.transform(({ message }) => message),
  ),
]);

/** Alertmanager's API, version 2. */
export const alertmanagerApi: Dialect = {
  program: 'an Alertmanager',
  whole: { opening: /^\s*[[{]/, ending: /[\]}]\s*$/ },
  ownError(answer) {
    if (!isJson(answer) || letsNobodyIn(answer) || answer.status < 400) return null;
    const result = v.safeParse(alertmanagerError, parseJson(answer.body));
    return result.success ? { errorType: errorTypeOf(answer.status), error: result.output } : null;
  },
};

const errorTypeOf = (status: number) => (status < 500 ? 'bad_data' : 'upstream_error');

/** Statuses with a text by which Go's servers mean the request; a 404 in this form is anybody's. */
const ownStatuses: readonly number[] = [400, 405, 500];

function ownText({ status, contentType, body }: ErrorAnswer): OwnError | null {
  const error = body.trim();
  if (!/^text\/plain\b/i.test(contentType) || error === '') return null;
  // Prometheus says so where it was started without --web.enable-lifecycle.
  if (status === 403 && /lifecycle/i.test(error)) return { errorType: 'not_allowed', error };
  return ownStatuses.includes(status) ? { errorType: errorTypeOf(status), error } : null;
}

/** Prometheus's `/-/reload`. */
export const prometheusLifecycle: Dialect = { program: 'a Prometheus', whole: null, ownError: ownText };

/** Pushgateway: its API is in Prometheus's envelope, the rest is plain text. */
export const pushgatewayApi: Dialect = {
  program: 'a Pushgateway',
  whole: inEnvelope,
  ownError: (answer) => prometheusApi.ownError(answer) ?? ownText(answer),
};
/** The same where its answer is text. */
export const pushgatewayText: Dialect = { ...pushgatewayApi, whole: null };
