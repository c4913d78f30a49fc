import type { PrometheusClient } from './client.ts';
import { PrometheusError } from './errors.ts';

/** The server's clock as seen from here. */
export interface ServerClock {
  /** Epoch ms on the server's clock; on ours until the first sync. */
  now(): number;
  /** Ms by which the server's clock is ahead of ours (negative: behind); null before the first sync. */
  skew(): number | null;
  /** Asks the server for its time. Rejects with a PrometheusError, and then the clock stays as it was. */
  sync(signal?: AbortSignal): Promise<void>;
}

/** A clock by PromQL's `time()`. Half of the round trip is taken as the way back, as in SNTP (RFC 4330, section 5). */
export function createServerClock(
  client: Pick<PrometheusClient, 'query'>,
  { now = Date.now }: { readonly now?: () => number } = {},
): ServerClock {
  let offset: number | null = null;
  return {
    now: () => now() + (offset ?? 0),
    skew: () => offset,
    async sync(signal) {
      const sentAt = now();
      const { frame } = await client.query({ expr: 'time()' }, signal);
      const receivedAt = now();
      const time = frame.series[0]?.values[0];
      if (time === undefined || !Number.isFinite(time)) {
        throw new PrometheusError('malformed', { path: 'data.result', detail: 'time() has no value' });
      }
      offset = Math.round(time * 1000 - (sentAt + receivedAt) / 2);
    },
  };
}
