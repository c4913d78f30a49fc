import type { AppConfig } from '../../model/config.ts';
import { createPrometheusClient, type PrometheusClient } from '../../prometheus/client.ts';
import { createRangeCache, type RangeCache } from '../../prometheus/RangeCache.ts';
import { createRequestQueue, type RequestQueue } from '../../prometheus/requestQueue.ts';
import { createServerClock, type ServerClock } from '../../prometheus/serverClock.ts';

import { askInThread } from './askingThread.ts';
import { tellTogether } from './tellTogether.ts';

/** One Prometheus-compatible server as the app sees it. */
export interface DataSource {
  readonly id: string;
  readonly name: string;
  readonly client: PrometheusClient;
  readonly ranges: RangeCache;
  readonly clock: ServerClock;
  /** Shared by all data sources: the limit is the page's. */
  readonly queue: RequestQueue;
  /**
   * By what share of its refresh this page asks later than others, 0 to 0.1, so that they do not all ask in one moment. None
   * behind the gateway, which makes one question of theirs.
   */
  readonly stagger?: number;
}

/** Requests in flight per page (browsers open six connections to a host). */
const PAGE_LIMIT = 6;

/**
 * Opens the configured data sources, in their order. Behind the gateway each answers under `api/ds/<id>`; on a plain web
 * server each has an address of its own.
 */
export function createDataSources(config: AppConfig): ReadonlyMap<string, DataSource> {
  const queue = createRequestQueue(PAGE_LIMIT);
  tellTogether(queue);
  const ownShare = Math.random() / 10;
  return new Map(
    config.dataSources.map(({ id, name, url, ingestionDelay = 0 }) => {
      const baseUrl = url ?? `/api/ds/${encodeURIComponent(id)}`;
      const client = createPrometheusClient({
        baseUrl,
        // Small answers never need it.
        decodeThread: async () => (await import('./decodeThread.ts')).decodeThread(),
      });
      const clock = createServerClock(client);
      const asking = askInThread(client, baseUrl, queue);
      const ranges = createRangeCache(asking, { skew: clock.skew, ingestionDelay });
      const stagger = url === undefined ? 0 : ownShare;
      return [id, { id, name, client, queue, ranges, clock, stagger }] as const;
    }),
  );
}
