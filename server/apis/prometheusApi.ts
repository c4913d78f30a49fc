import { Problem } from '../problem.ts';
import { prometheusApi, prometheusLifecycle } from '../upstream/dialect.ts';
import { type Call, checkMethod, JSON_OR_STREAMED, NOTHING_OR_TEXT, nothingHere } from './call.ts';

const GET = ['GET'];
/** Queries are also asked by POST, with a form, since expressions outgrow addresses. Nothing of it writes. */
const GET_OR_POST = ['GET', 'POST'];

/** All of Prometheus's API (below `/api/v1/`) that the gateway passes on. What changes or deletes anything is not here. */
const endpoints: Readonly<Record<string, readonly string[]>> = {
  query: GET_OR_POST,
  query_range: GET_OR_POST,
  query_exemplars: GET_OR_POST,
  format_query: GET_OR_POST,
  parse_query: GET_OR_POST,
  series: GET_OR_POST,
  labels: GET_OR_POST,
  metadata: GET,
  targets: GET,
  'targets/metadata': GET,
  scrape_pools: GET,
  rules: GET,
  alerts: GET,
  alertmanagers: GET,
  'status/buildinfo': GET,
  'status/runtimeinfo': GET,
  'status/flags': GET,
  'status/config': GET,
  'status/tsdb': GET,
  'status/walreplay': GET,
};

/** Label names of other characters are asked for in Prometheus's escaped form, `U__...`, which fits. */
const labelValues = /^label\/[A-Za-z_]\w*\/values$/;

/** Reading the configuration file again. */
const reload: Call = {
  path: '-/reload',
  endpoint: '-/reload',
  dialect: prometheusLifecycle,
  types: NOTHING_OR_TEXT,
  write: { role: 'administrator', what: 'reload the configuration', readBody: null },
};

/** Finds what a request means to a Prometheus: reading by its API, or reloading. See `ReadCall`. */
export function readPrometheusCall(method: string, path: string): Call {
  if (path === reload.path) {
    checkMethod(method, ['POST']);
    return reload;
  }
  if (!path.startsWith('api/v1/')) throw nothingHere();
  const name = path.slice('api/v1/'.length);
  const isLabel = labelValues.test(name);
  const methods = Object.hasOwn(endpoints, name) ? endpoints[name] : isLabel ? GET : undefined;
  if (methods === undefined)
    throw new Problem(403, 'not_allowed', 'The gateway does not pass this path on: it only reads.');
  checkMethod(method, methods);
  const endpoint = isLabel ? 'label_values' : name;
  return { path, endpoint, dialect: prometheusApi, types: JSON_OR_STREAMED, write: null };
}
