import { Problem } from './problem.ts';

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

/**
 * Checks that a request only reads.
 * @param path what stands after `/api/v1/`, without the query string.
 * @throws Problem 403 for a path that is not passed on, 405 for a method that it does not take.
 */
export function checkReadOnly(method: string, path: string): void {
  const methods = Object.hasOwn(endpoints, path) ? endpoints[path] : labelValues.test(path) ? GET : undefined;
  if (methods === undefined)
    throw new Problem(403, 'not_allowed', 'The gateway does not pass this path on: it only reads.');
  if (!methods.includes(method)) throw new Problem(405, 'not_allowed', `Only ${methods.join(' and ')} will do here.`);
}
