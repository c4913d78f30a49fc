import { familiesOf, gibibyte, minute, ownLifetime } from '../context.ts';
import { rhythm } from '../signal.ts';
import type { FleetTarget } from '../types.ts';
import { swell } from '../windows.ts';
import { type Context, never } from './context.ts';

const storeMax = 10 * gibibyte;

/** The server whose streams nobody consumes in the incident. */
const crowded = 'nats-2';

function serverTarget(context: Context, name: string, share: number): FleetTarget {
  const instance = `${name}:8222`;
  const seed = `${context.seed} ${instance}`;
  const lifetime = ownLifetime(context, instance, 12 * 24);
  const { counter, count } = familiesOf(context, instance, lifetime);
  const labels = { server_id: name };
  const messages = rhythm({ seed: `${seed} in`, mean: 160 * share, daily: 0.45, weekly: 0.1, waver: 0.2 });
  const usual = rhythm({ seed: `${seed} store`, mean: 0.44 + share / 4, daily: 0.06, weekly: 0.04, waver: 0.02 });
  const windows = name === crowded ? context.incident('jetStreamFull') : never;
  const used = (time: number) => {
    const pile = swell(windows, time, 40 * minute, 4 * minute);
    return storeMax * (usual.at(time) * (1 - pile) + 0.95 * pile);
  };
  return {
    job: 'nats',
    instance,
    metricsPath: '/metrics',
    isUpAt: () => true,
    families: [
      counter('nats_core_messages_in_total', 'Messages that came in.', [{ labels, rate: messages }]),
      count('nats_jetstream_server_store_used_bytes', 'File storage that JetStream uses.', [{ labels, read: used }]),
      count('nats_jetstream_server_store_max_bytes', 'File storage that JetStream may use.', [
        { labels, read: () => storeMax },
      ]),
    ],
  };
}

/** The three servers of the cluster; the clients are not spread evenly. */
export function natsTargets(context: Context): FleetTarget[] {
  return [
    serverTarget(context, 'nats-1', 0.42),
    serverTarget(context, 'nats-2', 0.33),
    serverTarget(context, 'nats-3', 0.25),
  ];
}
