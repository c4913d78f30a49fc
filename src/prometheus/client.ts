import type { Alert } from '../model/alert.ts';
import type { Labels } from '../model/labels.ts';
import { decodeAlerts } from './decode/alerts.ts';
import { decodeExemplars, decodeMetadata, decodeSeries, decodeTexts } from './decode/lists.ts';
import type { Asked } from './decode/query.ts';
import { decodeAlertmanagers, decodeTargets } from './decode/targets.ts';
import {
  type ApiRequest,
  createExchange,
  createTransport,
  type Parameters,
  readJson,
  readNothing,
  type TransportOptions,
} from './http.ts';
import { readAnswer } from './readAnswer.ts';
import type {
  AlertmanagerList,
  BuildInfo,
  ExemplarQuery,
  ExemplarSeries,
  InstantQuery,
  MetadataSelection,
  MetricMetadata,
  QueryResult,
  RangeQuery,
  Reply,
  RuleGroup,
  RuntimeInfo,
  SeriesSelection,
  TargetList,
  TargetState,
  TsdbStatus,
  WalReplay,
} from './types.ts';
import type { DecodeThread } from './worker/protocol.ts';

export interface PrometheusClientOptions extends TransportOptions {
  /** Series of one answer that are kept; 1,000. */
  readonly maxSeries?: number;
  /** Bytes of one answer that are read; 16 MiB. */
  readonly maxBytes?: number;
  /**
   * The thread in which large answers are decoded, started by the first of them; null where none is to be had, and
   * then they are decoded here, in slices.
   */
  readonly decodeThread?: () => Promise<DecodeThread | null>;
}

/**
 * The HTTP API of Prometheus and of what is compatible with it (https://prometheus.io/docs/prometheus/latest/querying/api/).
 * Every failure is a PrometheusError, `aborted` when the signal was. Answers are decoded, and times are epoch ms.
 */
export interface PrometheusClient {
  query(query: InstantQuery, signal?: AbortSignal): Promise<QueryResult>;
  queryRange(query: RangeQuery, signal?: AbortSignal): Promise<QueryResult>;
  /** The whole reply to a query or a range query as indented JSON, undecoded, for the eye. */
  raw(query: InstantQuery | RangeQuery, signal?: AbortSignal): Promise<string>;
  queryExemplars(query: ExemplarQuery, signal?: AbortSignal): Promise<Reply<readonly ExemplarSeries[]>>;
  /** Label sets of the series that match; at least one `match` is needed. */
  series(selection: SeriesSelection, signal?: AbortSignal): Promise<Reply<readonly Labels[]>>;
  /** Label names. */
  labels(selection?: SeriesSelection, signal?: AbortSignal): Promise<Reply<readonly string[]>>;
  labelValues(name: string, selection?: SeriesSelection, signal?: AbortSignal): Promise<Reply<readonly string[]>>;
  /** By metric name. Targets may disagree on a metric, so each has a list. */
  metadata(
    selection?: MetadataSelection,
    signal?: AbortSignal,
  ): Promise<Reply<Readonly<Record<string, readonly MetricMetadata[]>>>>;
  targets(state?: TargetState, signal?: AbortSignal): Promise<Reply<TargetList>>;
  rules(signal?: AbortSignal): Promise<Reply<readonly RuleGroup[]>>;
  alerts(signal?: AbortSignal): Promise<Reply<readonly Alert[]>>;
  alertmanagers(signal?: AbortSignal): Promise<Reply<AlertmanagerList>>;
  buildInfo(signal?: AbortSignal): Promise<Reply<BuildInfo>>;
  runtimeInfo(signal?: AbortSignal): Promise<Reply<RuntimeInfo>>;
  flags(signal?: AbortSignal): Promise<Reply<Readonly<Record<string, string>>>>;
  /** The configuration file, YAML. */
  config(signal?: AbortSignal): Promise<Reply<string>>;
  tsdb(signal?: AbortSignal): Promise<Reply<TsdbStatus>>;
  walReplay(signal?: AbortSignal): Promise<Reply<WalReplay>>;
  /** Has the server read its configuration again. Needs the role administrator; the error's detail is the server's own. */
  reload(signal?: AbortSignal): Promise<void>;
}

/** Boards never ask for the server's own status, nor for its rules. */
const statusDecoders = () => import('./decode/status.ts');

const MAX_SERIES = 1000;
const MAX_BYTES = 16 * 1024 * 1024;

/** Opens a server. Nothing is sent before the first call. */
export function createPrometheusClient(options: PrometheusClientOptions): PrometheusClient {
  const { maxSeries = MAX_SERIES, maxBytes = MAX_BYTES, decodeThread = async () => null } = options;
  const transport = createTransport(options);
  const exchange = createExchange(options);

  function get<T>(endpoint: string, decode: (reply: unknown) => T, signal?: AbortSignal, parameters: Parameters = []) {
    return transport({ method: 'GET', endpoint, parameters, read: readJson(decode) }, signal);
  }
  function post<T>(endpoint: string, decode: (reply: unknown) => T, signal?: AbortSignal, parameters: Parameters = []) {
    return transport({ method: 'POST', endpoint, parameters, read: readJson(decode) }, signal);
  }
  function ask(endpoint: 'query' | 'query_range', asking: Asking, asked: Asked, signal?: AbortSignal) {
    const read = async (response: Response, inner: AbortSignal): Promise<QueryResult> => {
      const result = await readAnswer(response, asked, { maxSeries, maxBytes, decodeThread, signal: inner });
      const age = ageOf(response);
      return age === null ? result : { ...result, age };
    };
    return transport({ method: 'POST', endpoint, ...asking, read }, signal);
  }

  return {
    query({ expr, time, stats, fresh }, signal) {
      const parameters = given({ query: expr, time: seconds(time), stats: stats ? 'all' : undefined });
      return ask('query', { parameters, fresh }, { kind: 'instant', time }, signal);
    },
    queryRange({ expr, start, end, step, stats, fresh }, signal) {
      const times = { start: seconds(start), end: seconds(end), step: seconds(step), ...keptOnGrid(start, step) };
      const parameters = given({ query: expr, ...times, stats: stats ? 'all' : undefined });
      return ask('query_range', { parameters, fresh }, { kind: 'range', grid: { start, end, step } }, signal);
    },
    raw(query, signal) {
      const { expr } = query;
      const decode = (reply: unknown) => JSON.stringify(reply, null, 2);
      const isRange = 'step' in query;
      const parameters = isRange
        ? given({ query: expr, start: seconds(query.start), end: seconds(query.end), step: seconds(query.step) })
        : given({ query: expr, time: seconds(query.time) });
      const endpoint = isRange ? 'query_range' : 'query';
      return post(endpoint, decode, signal, parameters);
    },
    queryExemplars: ({ expr, start, end }, signal) =>
      post(
        'query_exemplars',
        decodeExemplars,
        signal,
        given({ query: expr, start: seconds(start), end: seconds(end) }),
      ),
    series: (selection, signal) => post('series', decodeSeries, signal, selectionParameters(selection)),
    labels: (selection, signal) => post('labels', decodeTexts, signal, selectionParameters(selection)),
    labelValues: (name, selection, signal) =>
      get(`label/${encodeURIComponent(name)}/values`, decodeTexts, signal, selectionParameters(selection)),
    metadata: (selection, signal) =>
      get('metadata', decodeMetadata, signal, given({ metric: selection?.metric, limit: text(selection?.limit) })),
    targets: (state, signal) => get('targets', decodeTargets, signal, given({ state })),
    rules: async (signal) => get('rules', (await import('./decode/rules.ts')).decodeRules, signal),
    alerts: (signal) => get('alerts', decodeAlerts, signal),
    alertmanagers: (signal) => get('alertmanagers', decodeAlertmanagers, signal),
    buildInfo: async (signal) => get('status/buildinfo', (await statusDecoders()).decodeBuildInfo, signal),
    runtimeInfo: async (signal) => get('status/runtimeinfo', (await statusDecoders()).decodeRuntimeInfo, signal),
    flags: async (signal) => get('status/flags', (await statusDecoders()).decodeFlags, signal),
    config: async (signal) => get('status/config', (await statusDecoders()).decodeConfig, signal),
    tsdb: async (signal) => get('status/tsdb', (await statusDecoders()).decodeTsdb, signal),
    walReplay: async (signal) => get('status/walreplay', (await statusDecoders()).decodeWalReplay, signal),
    reload: (signal) => exchange({ method: 'POST', path: '-/reload', read: readNothing }, signal),
  };
}

type Asking = Pick<ApiRequest<unknown>, 'parameters' | 'fresh'>;

/** The age of an answer that is another's, ms, rounded up (RFC 9111, section 5.1, tells whole seconds); null for one's own. */
function ageOf({ headers }: Response): number | null {
  const age = Number.parseInt(headers.get('age') ?? '', 10);
  return age >= 0 ? (age + 1) * 1000 : null;
}

/** Milliseconds as the API's seconds. */
function seconds(ms: number | undefined): string | undefined {
  return ms === undefined ? undefined : String(ms / 1000);
}

/**
 * VictoriaMetrics moves ranges that do not begin at a multiple of their step, such as days of a zone, unless it may use no
 * cache (https://docs.victoriametrics.com/#prometheus-querying-api-enhancements). Others do not know the parameter.
 */
function keptOnGrid(start: number, step: number): { readonly nocache?: string } {
  return start % step === 0 ? {} : { nocache: '1' };
}

function text(value: number | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}

/** The parameters that have a value. */
function given(values: Readonly<Record<string, string | undefined>>): Parameters {
  return Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
}

function selectionParameters({ match = [], start, end, limit }: SeriesSelection = {}): Parameters {
  return [
    ...match.map((selector) => ['match[]', selector] as const),
    ...given({ start: seconds(start), end: seconds(end), limit: text(limit) }),
  ];
}
