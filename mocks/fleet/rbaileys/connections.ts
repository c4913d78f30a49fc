import { hour, minute } from '../context.ts';
import type { Families } from '../families.ts';
import { hash01, seedOf, valueNoise } from '../noise.ts';
import { constant, inside, plus, rhythm, type Signal } from '../signal.ts';
import type { MetricFamily } from '../types.ts';
import { isInside, type Lifetime, type Windows } from '../windows.ts';
import type { Context, IncidentName } from './context.ts';

const [disconnected, connecting, connected] = [0, 1, 2];

/** A WhatsApp account that is connected. */
interface Connection {
  readonly id: string;
  readonly jid: string;
  /** The incident that it takes part in. */
  readonly incident: IncidentName | null;
}

/** The numbers are of no one: no Brazilian area code is 10. */
export const connections: readonly Connection[] = (
  [
    ['sales-1', null],
    ['sales-2', 'reconnectStorm'],
    ['sales-3', null],
    ['support-1', 'listenerLeak'],
    ['support-2', 'reconnectStorm'],
    ['support-3', null],
    ['support-4', 'reconnectStorm'],
    ['billing', null],
    ['delivery-1', 'reconnectStorm'],
    ['delivery-2', null],
    ['marketing', 'loggedOut'],
    ['after-hours', null],
  ] as const
).map(([id, incident], i) => ({ id, incident, jid: `5510900000${String(i + 1).padStart(3, '0')}@s.whatsapp.net` }));

/** Every few hours the server closes each connection, and it is opened anew within half a minute. */
function renewal({ id }: Connection, seed: string): Windows {
  const key = seedOf(`${seed} ${id} renewal`);
  const period = Math.floor(4 * hour + 3 * hour * hash01(key, 0));
  return { period, offset: Math.floor(period * hash01(key, 1)), length: 20_000 + 15_000 * hash01(key, 2) };
}

/** What the state of a connection is at epoch ms. */
function stateOf(connection: Connection, context: Context, lifetime: Lifetime): (time: number) => number {
  const { id, incident } = connection;
  const key = seedOf(`${context.seed} ${id} state`);
  const own = renewal(connection, context.seed);
  const storm = context.incident('reconnectStorm');
  const loggedOut = context.incident('loggedOut');
  const leak = context.incident('listenerLeak');
  return (time) => {
    const age = time - lifetime(time);
    if (age < 8000) return disconnected;
    if (age < 20_000 + 40_000 * hash01(key, 0)) return connecting;
    if (incident === 'loggedOut' && isInside(loggedOut, time)) return disconnected;
    if (incident === 'reconnectStorm' && isInside(storm, time)) {
      const chance = hash01(key, Math.floor(time / 45_000));
      return chance < 0.5 ? connecting : chance < 0.8 ? disconnected : connected;
    }
    // The leak ends when the connection is opened anew.
    if (
      incident === 'listenerLeak' &&
      isInside({ ...leak, offset: leak.offset + leak.length, length: Math.min(leak.length, minute) }, time)
    )
      return connecting;
    return isInside(own, time) ? connecting : connected;
  };
}

/** Errors a second by type: always, and what an incident adds. */
function errorRates(context: Context): Readonly<Record<string, Signal>> {
  const usual = (type: string, mean: number) =>
    rhythm({ seed: `${context.seed} ${type}`, mean, daily: 0.3, waver: 0.4 });
  const added = (incident: IncidentName, rate: number) => inside(context.incident(incident), constant(rate));
  return {
    timeout: plus(usual('timeout', 0.004), added('reconnectStorm', 0.35)),
    auth_failure: plus(usual('auth_failure', 0.0003), added('loggedOut', 0.03)),
    rate_limit: plus(usual('rate_limit', 0.0012), added('flood', 0.08)),
    network_error: plus(usual('network_error', 0.003), added('reconnectStorm', 0.9)),
    stream_error: usual('stream_error', 0.0009),
  };
}

export function connectionFamilies(context: Context, families: Families, lifetime: Lifetime): MetricFamily[] {
  const states = connections.map((connection) => stateOf(connection, context, lifetime));
  const storm = context.incident('reconnectStorm');
  const leak = context.incident('listenerLeak');

  const listeners = ({ id, incident }: Connection) => {
    const key = seedOf(`${context.seed} ${id} listeners`);
    return (time: number) => {
      const usual = 12 + Math.floor(5 * valueNoise(key, time, 10 * minute));
      if (incident !== 'listenerLeak' || !isInside(leak, time)) return usual;
      const since = (time - leak.offset) % leak.period;
      return usual + Math.floor((1.8 * since) / minute);
    };
  };

  return [
    families.gauge(
      'connection_state',
      'Connection state (0=disconnected, 1=connecting, 2=connected)',
      connections.map(({ id, jid }, i) => ({
        labels: { connection_id: id, jid },
        read: (time) => states[i]?.(time) ?? null,
      })),
    ),
    families.counter(
      'connection_errors_total',
      'Total number of connection errors',
      Object.entries(errorRates(context)).map(([error_type, rate]) => ({ labels: { error_type }, rate })),
    ),
    families.counter(
      'reconnection_attempts_total',
      'Total number of reconnection attempts',
      connections.map((connection) => ({
        labels: { connection_id: connection.id },
        rate: plus(
          constant(1000 / renewal(connection, context.seed).period),
          connection.incident === 'reconnectStorm'
            ? inside(storm, constant(0.19 + 0.09 * hash01(seedOf(connection.id), 0)))
            : constant(0),
        ),
      })),
    ),
    families.gauge(
      'websocket_listeners_total',
      'Current number of WebSocket event listeners',
      connections.map((connection) => ({ labels: { connection_id: connection.id }, read: listeners(connection) })),
    ),
    families.gauge('active_connections', 'Number of active connections', [
      { read: (time) => states.reduce((sum, state) => sum + Number(state(time) === connected), 0) },
    ]),
  ];
}
