import type { Labels } from '../model/labels.ts';
import { createExchange, readJson, readNothing, type TransportOptions } from '../prometheus/http.ts';
import { decodeGroups, decodePushgatewayStatus } from './decode.ts';
import { groupPath } from './groupPath.ts';
import type { PushedGroup, PushgatewayStatus } from './types.ts';

/**
 * Pushgateway's API (https://github.com/prometheus/pushgateway#api). Every failure is a PrometheusError, `aborted` when the
 * signal was. Answers are decoded, and times are epoch ms.
 */
export interface PushgatewayClient {
  groups(signal?: AbortSignal): Promise<readonly PushedGroup[]>;
  status(signal?: AbortSignal): Promise<PushgatewayStatus>;
  /**
   * Deletes all metrics of the group with exactly these labels. It is soon done, not at once, and deleting what is not there
   * is no error. Needs the role administrator.
   */
  deleteGroup(labels: Labels, signal?: AbortSignal): Promise<void>;
}

/** Opens a server. Nothing is sent before the first call. */
export function createPushgatewayClient(options: TransportOptions): PushgatewayClient {
  const exchange = createExchange(options);
  return {
    groups: (signal) => exchange({ method: 'GET', path: 'api/v1/metrics', read: readJson(decodeGroups) }, signal),
    status: (signal) =>
      exchange({ method: 'GET', path: 'api/v1/status', read: readJson(decodePushgatewayStatus) }, signal),
    deleteGroup: (labels, signal) =>
      exchange({ method: 'DELETE', path: `metrics/${groupPath(labels)}`, read: readNothing }, signal),
  };
}
