import type { PrometheusClient } from './client.ts';
import { PrometheusError } from './errors.ts';

/** A round trip of more ms than this tells less of the server's time than an earlier, quicker one. */
const SLOW = 2_000;
/** A clock that loses more ms than this against the one that nobody sets was set back. */
const SET_BACK = 30_000;

/** The server's clock as seen from here. */
export interface ServerClock {
  /** Epoch ms on the server's clock; on ours until the first sync. */
  now(): number;
  /** Ms by which the server's clock is ahead of ours (negative: behind); null before the first sync. */
  skew(): number | null;
  /** Asks the server for its time. Rejects with a PrometheusError, and then the clock stays as it was. */
  sync(signal?: AbortSignal): Promise<void>;
}

/**
 * A clock by PromQL's `time()`. Half of the round trip is taken as the way back, as in SNTP (RFC 4330, section 5). An
 * answer says no more than that the server's time lay between asking and answering: one that took long, because the server
 * hung, moves the clock only as far as it must. VictoriaMetrics evaluates what is asked of its now some while back
 * (`-search.latencyOffset`, 30 s) and dates it now, in whole seconds: the later of the value and its date is the server's time.
 * Where our clock is set back the server's goes on: `steady` tells, from any start. A leap ahead may be sleep, in which that may stand still.
 */
export function createServerClock(
  client: Pick<PrometheusClient, 'query'>,
  {
    now = Date.now,
    steady = () => performance.now(),
  }: { readonly now?: () => number; readonly steady?: () => number } = {},
): ServerClock {
  let offset: number | null = null;
  let lead = Number.NEGATIVE_INFINITY;
  /** Our clock, and the offset as it is by that. */
  const look = () => {
    const at = now();
    const before = lead;
    lead = at - steady();
    if (offset !== null && before - lead > SET_BACK) offset += Math.round(before - lead);
    return at;
  };
  return {
    now: () => look() + (offset ?? 0),
    skew: () => offset,
    async sync(signal) {
      const sentAt = look();
      const { frame } = await client.query({ expr: 'time()' }, signal);
      const receivedAt = look();
      const time = frame.series[0]?.values[0];
      if (time === undefined || !Number.isFinite(time)) {
        throw new PrometheusError('malformed', { path: 'data.result', detail: 'time() has no value' });
      }
      const told = Math.max(time * 1000, frame.times[0] ?? 0);
      const [least, most] = [told - receivedAt, told - sentAt];
      const isSlow = most - least > SLOW && offset !== null;
      offset = Math.round(isSlow ? Math.min(Math.max(offset ?? 0, least), most) : (least + most) / 2);
    },
  };
}
