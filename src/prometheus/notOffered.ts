import { PrometheusError } from './errors.ts';

/** What VictoriaMetrics says, with status 400, of addresses that it does not have. */
const unsupported = /unsupported path requested/i;

/** Statuses of servers that have no such address, or none of this method. */
const absent: ReadonlySet<number | null> = new Set([404, 405, 410, 501]);

/** Whether an error says that the server leaves out this part of Prometheus's API, so that asking again is of no use. */
export function isNotOffered(error: unknown): boolean {
  return (
    error instanceof PrometheusError &&
    error.kind !== 'not-prometheus' &&
    (absent.has(error.status) || (error.status === 400 && unsupported.test(error.detail)))
  );
}
